package org.trame.api;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.NoSuchElementException;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;
import org.trame.access.Actors;
import org.trame.document.Documents;
import org.trame.document.StoredDocument;
import org.trame.document.VerificationCode;
import org.trame.input.Refusal;
import org.trame.language.Messages;
import org.trame.programme.Programme;
import org.trame.programme.Programmes;

/** The documents of a programme, for other programs. */
@RestController
@RequestMapping("/api/programmes/{id}/documents")
class DocumentsApi {

  private final Programmes programmes;
  private final Documents documents;
  private final Messages messages;

  DocumentsApi(Programmes programmes, Documents documents, Messages messages) {
    this.programmes = programmes;
    this.documents = documents;
    this.messages = messages;
  }

  /** What was uploaded and generated, oldest first. */
  @GetMapping
  List<DocumentView> of(@PathVariable String id) {
    return documents.of(visible(id)).stream().map(this::view).toList();
  }

  /** Stores the part {@code file}: 201, or 422 with the reason, or 413. */
  @PostMapping
  @ResponseStatus(HttpStatus.CREATED)
  DocumentView upload(@PathVariable String id, @RequestParam(required = false) MultipartFile file)
      throws IOException {
    String programme = visible(id);
    if (file == null) {
      throw Refusal.at("file", "refusal.document.empty");
    }
    try (InputStream content = file.getInputStream()) {
      return view(documents.upload(programme, file.getOriginalFilename(), content));
    }
  }

  private String visible(String id) {
    return programmes
        .find(id)
        .filter(p -> Programmes.mayRead(Actors.current(), p))
        .map(Programme::id)
        .orElseThrow(() -> new NoSuchElementException("No programme " + id));
  }

  private DocumentView view(StoredDocument d) {
    return new DocumentView(
        d.id(),
        new ProgrammeView.Named(d.kind(), messages.say("document." + d.kind())),
        d.reference(),
        d.language(),
        d.name(),
        d.mediaType(),
        d.size(),
        d.sha256(),
        d.code() == null ? null : VerificationCode.printed(d.code()),
        d.createdAt(),
        "/api/documents/" + d.id());
  }
}
