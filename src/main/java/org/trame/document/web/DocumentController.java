package org.trame.document.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.server.ResponseStatusException;
import org.trame.access.Actors;
import org.trame.document.Documents;
import org.trame.document.GeneratedDocuments;
import org.trame.document.StoredDocument;
import org.trame.input.Refusal;
import org.trame.language.Messages;
import org.trame.programme.Programmes;

/** Documents as files. What a person may not read does not exist for them. */
@Controller
class DocumentController {

  private final Documents documents;
  private final GeneratedDocuments generated;
  private final Programmes programmes;

  DocumentController(Documents documents, GeneratedDocuments generated, Programmes programmes) {
    this.documents = documents;
    this.generated = generated;
    this.programmes = programmes;
  }

  /** A stored document. */
  @GetMapping({"/documents/{id}", "/api/documents/{id}"})
  ResponseEntity<byte[]> download(@PathVariable UUID id) {
    return file(documents.find(id).orElseThrow(DocumentController::unknown));
  }

  /** A document Trame writes, in the reader's language. */
  @GetMapping({
    "/programmes/{programme}/documents/{kind}/{reference}",
    "/api/programmes/{programme}/documents/{kind}/{reference}"
  })
  ResponseEntity<byte[]> generate(
      @PathVariable String programme, @PathVariable String kind, @PathVariable String reference) {
    return programmes
        .find(programme)
        .filter(p -> Programmes.mayRead(Actors.current(), p))
        .flatMap(p -> generated.of(programme, kind, reference, Messages.locale()))
        .map(this::file)
        .orElseThrow(DocumentController::unknown);
  }

  private ResponseEntity<byte[]> file(StoredDocument document) {
    return ResponseEntity.ok()
        .contentType(MediaType.parseMediaType(document.mediaType()))
        .header(
            HttpHeaders.CONTENT_DISPOSITION,
            ContentDisposition.attachment()
                .filename(document.name(), StandardCharsets.UTF_8)
                .build()
                .toString())
        .header("X-Content-Type-Options", "nosniff")
        .cacheControl(CacheControl.noCache().cachePrivate())
        .eTag(document.sha256())
        .body(documents.content(document));
  }

  /** The store does not answer. */
  @ExceptionHandler
  void refused(Refusal refusal, HttpServletResponse response) throws IOException {
    response.sendError(HttpStatus.SERVICE_UNAVAILABLE.value());
  }

  private static ResponseStatusException unknown() {
    return new ResponseStatusException(HttpStatus.NOT_FOUND);
  }
}
