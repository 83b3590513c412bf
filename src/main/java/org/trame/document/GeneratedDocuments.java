package org.trame.document;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.trame.access.Actors;
import org.trame.language.Messages;
import org.trame.ledger.Ledger;
import org.trame.programme.Programme;
import org.trame.programme.Programmes;

/** Documents Trame writes from what it knows: the same data gives the same, stored document. */
@Component
@Transactional
public class GeneratedDocuments {

  private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM/yyyy");

  private final List<DocumentSource> sources;
  private final Documents documents;
  private final Programmes programmes;
  private final DocumentTemplates templates;
  private final PdfWriter pdf;
  private final Messages messages;
  private final Ledger ledger;
  private final Clock time;
  private final String site;

  GeneratedDocuments(
      List<DocumentSource> sources,
      Documents documents,
      Programmes programmes,
      DocumentTemplates templates,
      PdfWriter pdf,
      Messages messages,
      Ledger ledger,
      Clock time,
      @Value("${trame.public-url}") String site) {
    this.sources = sources;
    this.documents = documents;
    this.programmes = programmes;
    this.templates = templates;
    this.pdf = pdf;
    this.messages = messages;
    this.ledger = ledger;
    this.time = time;
    this.site = site.replaceAll("/+$", "");
  }

  /** What is printed: a fact of a programme, in a language. */
  private record Fact(Programme programme, String kind, String reference, Locale language) {

    String languageCode() {
      return language.getLanguage();
    }
  }

  /**
   * The document of this kind on this fact, written now or before.
   *
   * @param reference which of the programme's facts
   * @return empty if there is no such document
   */
  public Optional<StoredDocument> of(
      String programme, String kind, String reference, Locale language) {
    Programme about = programmes.get(programme);
    Fact fact = new Fact(about, kind, reference, language);
    return sources.stream()
        .filter(s -> s.kind().equals(kind))
        .findFirst()
        .flatMap(s -> s.values(about, reference, language).map(values -> of(s, fact, values)));
  }

  private StoredDocument of(DocumentSource source, Fact fact, Map<String, Object> values) {
    DocumentTemplates.Filling filling =
        templates.filling(source, fact.programme(), fact.language(), values);
    // What it says, before its own code and day: a change of data or template is another document.
    String hash = Hashes.sha256(filling.page(Map.of()).getBytes(StandardCharsets.UTF_8));
    return before(fact, hash).orElseGet(() -> write(fact, filling, hash));
  }

  private Optional<StoredDocument> before(Fact fact, String hash) {
    return documents.generated(
        fact.programme().id(), fact.kind(), fact.reference(), fact.languageCode(), hash);
  }

  private StoredDocument write(Fact fact, DocumentTemplates.Filling filling, String hash) {
    String code = VerificationCode.random();
    String printed = VerificationCode.printed(code);
    Instant now = time.instant().truncatedTo(ChronoUnit.MICROS);
    byte[] content = pdf.write(filling.page(confirmation(printed)));
    String name = messages.say(fact.language(), "document." + fact.kind());
    StoredDocument document =
        new StoredDocument(
            UUID.randomUUID(),
            fact.programme().id(),
            fact.kind(),
            fact.reference(),
            fact.languageCode(),
            "%s-%s.pdf"
                .formatted(
                    Programmes.plain(name + " " + fact.programme().name()), fact.languageCode()),
            null,
            null,
            "application/pdf",
            content.length,
            Hashes.sha256(content),
            code,
            now,
            Actors.current().userId());
    if (!documents.keep(document, hash, content)) {
      return before(fact, hash).orElseThrow();
    }
    ledger.record(
        fact.programme().id(),
        "document-generated",
        Map.of(
            "kind", fact.kind(),
            "reference", fact.reference(),
            "language", fact.languageCode(),
            "code", printed,
            "sha256", document.sha256(),
            "template", filling.version() == 0 ? "default" : filling.version()));
    return document;
  }

  /** What makes a document confirmable. */
  private Map<String, Object> confirmation(String code) {
    String address = site + "/verify/" + code;
    return Map.of(
        "code",
        code,
        "address",
        address,
        "qr",
        QrCode.of(address),
        "producedOn",
        DAY.format(LocalDate.now(time)));
  }

  /** The template of this text as a PDF of example values, with a code that confirms nothing. */
  byte[] example(DocumentSource source, String municipality, Locale language, String text) {
    String code = VerificationCode.printed("0".repeat(VerificationCode.LENGTH));
    return pdf.write(
        templates.example(source, municipality, language, text).page(confirmation(code)));
  }
}
