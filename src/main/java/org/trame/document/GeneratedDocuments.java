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
import org.thymeleaf.ITemplateEngine;
import org.thymeleaf.context.Context;
import org.trame.access.Actors;
import org.trame.language.Languages;
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
  private final ITemplateEngine templates;
  private final PdfWriter pdf;
  private final Messages messages;
  private final Ledger ledger;
  private final Clock time;
  private final String site;

  GeneratedDocuments(
      List<DocumentSource> sources,
      Documents documents,
      Programmes programmes,
      ITemplateEngine templates,
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

  /**
   * The document of this kind on this fact, written now or before.
   *
   * @param reference which of the programme's facts
   * @return empty if there is no such document
   */
  public Optional<StoredDocument> of(
      String programme, String kind, String reference, Locale language) {
    Programme about = programmes.get(programme);
    return sources.stream()
        .filter(s -> s.kind().equals(kind))
        .findFirst()
        .flatMap(s -> s.values(about, reference, language))
        .map(values -> of(about, kind, reference, language, values));
  }

  private StoredDocument of(
      Programme programme,
      String kind,
      String reference,
      Locale language,
      Map<String, Object> values) {
    Context context = context(programme, kind, language, values);
    // What it says, before its own code and day: a change of data or template is another document.
    String source = Hashes.sha256(html(kind, context).getBytes(StandardCharsets.UTF_8));
    Optional<StoredDocument> before =
        documents.generated(programme.id(), kind, reference, language.getLanguage(), source);
    return before.orElseGet(() -> write(programme, kind, reference, language, context, source));
  }

  private StoredDocument write(
      Programme programme,
      String kind,
      String reference,
      Locale language,
      Context context,
      String source) {
    String code = VerificationCode.random();
    String printed = VerificationCode.printed(code);
    String address = site + "/verify/" + printed;
    Instant now = time.instant().truncatedTo(ChronoUnit.MICROS);
    context.setVariable("code", printed);
    context.setVariable("address", address);
    context.setVariable("qr", QrCode.of(address));
    context.setVariable("producedOn", DAY.format(LocalDate.now(time)));
    byte[] content = pdf.write(html(kind, context));
    StoredDocument document =
        new StoredDocument(
            UUID.randomUUID(),
            programme.id(),
            kind,
            reference,
            language.getLanguage(),
            Programmes.plain(messages.say(language, "document." + kind) + " " + programme.name())
                + "-"
                + language.getLanguage()
                + ".pdf",
            null,
            null,
            "application/pdf",
            content.length,
            Hashes.sha256(content),
            code,
            now,
            Actors.current().userId());
    if (!documents.keep(document, source, content)) {
      return documents
          .generated(programme.id(), kind, reference, language.getLanguage(), source)
          .orElseThrow();
    }
    ledger.record(
        programme.id(),
        "document-generated",
        Map.of(
            "kind", kind,
            "reference", reference,
            "language", language.getLanguage(),
            "code", printed,
            "sha256", document.sha256()));
    return document;
  }

  private Context context(
      Programme programme, String kind, Locale language, Map<String, Object> values) {
    Context context = new Context(language, values);
    context.setVariable("kind", kind);
    context.setVariable("language", language.getLanguage());
    context.setVariable("programme", programme.name());
    context.setVariable(
        "municipality",
        Languages.DUTCH.equals(language)
            ? programme.municipalityDutch()
            : programme.municipality());
    return context;
  }

  private String html(String kind, Context context) {
    // Letters XML does not know would stop the writer.
    return templates
        .process("documents/" + kind, context)
        .replaceAll("[\\x00-\\x08\\x0B\\x0C\\x0E-\\x1F\\uFFFE\\uFFFF]", " ");
  }
}
