package org.trame.scenario;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.core.io.Resource;
import org.springframework.stereotype.Component;
import org.trame.document.DocumentSource;
import org.trame.document.Documents;
import org.trame.document.GeneratedDocuments;
import org.trame.document.StoredDocument;
import org.trame.language.Languages;
import org.trame.programme.Programmes;
import org.trame.worksheet.SubjectProgramme;
import org.trame.worksheet.Uploads;

/**
 * Files that people of scenarios hand in: one beside the scenario, {@code {file: …}}, or a document
 * of the program that they sign with a certificate of their own, {@code {signed: …, by: …}}.
 */
@Component
class HandedIn {

  /** What a file is written with, by its first key. */
  private static final Map<String, Set<String>> KEYS =
      Map.of("file", Set.of("file"), "signed", Set.of("signed", "by", "reference", "language"));

  private final Uploads uploads;
  private final Documents documents;
  private final GeneratedDocuments generated;
  private final List<DocumentSource> sources;
  private final List<SubjectProgramme> programmes;
  private final Programmes all;
  private final ObjectProvider<DemoCertificates> certificates;
  private final Clock time;

  HandedIn(
      Uploads uploads,
      Documents documents,
      GeneratedDocuments generated,
      List<DocumentSource> sources,
      List<SubjectProgramme> programmes,
      Programmes all,
      ObjectProvider<DemoCertificates> certificates,
      Clock time) {
    this.uploads = uploads;
    this.documents = documents;
    this.generated = generated;
    this.sources = sources;
    this.programmes = programmes;
    this.all = all;
    this.certificates = certificates;
    this.time = time;
  }

  /** Notes what is wrong with a file as it is written. */
  void check(String field, Value value, Complaints complaints) {
    if (!(value instanceof Value.Fields given)
        || KEYS.keySet().stream().noneMatch(given.values()::containsKey)) {
      complaints.that(
          false,
          value.place(),
          "Le champ « %s » prend un fichier : {file: chemin} ou {signed: document, by: nom}.",
          field);
      return;
    }
    String how = given.values().containsKey("file") ? "file" : "signed";
    given
        .values()
        .forEach(
            (key, part) -> {
              complaints.that(
                  KEYS.get(how).contains(key),
                  given.keys().get(key),
                  "« %s » n'existe pas dans un fichier « %s » ; possibles : %s.",
                  key,
                  how,
                  String.join(", ", KEYS.get(how).stream().sorted().toList()));
              complaints.that(
                  part instanceof Value.Text || (part instanceof Value.Items && key.equals("by")),
                  part.place(),
                  "« %s » est une valeur, pas %s.",
                  key,
                  part.kind());
            });
    if (how.equals("file")) {
      Place place = given.values().get("file").place();
      complaints.that(
          beside(place, text(given, "file")).isReadable(),
          place,
          "Le fichier « %s » n'existe pas.",
          text(given, "file"));
    } else {
      checkSigned(given, complaints);
    }
  }

  private void checkSigned(Value.Fields given, Complaints complaints) {
    List<String> kinds = sources.stream().map(DocumentSource::kind).sorted().toList();
    Place place = given.keys().get("signed");
    complaints.that(
        kinds.contains(text(given, "signed")),
        place,
        "Le document « %s » n'existe pas ; possibles : %s.",
        text(given, "signed"),
        String.join(", ", kinds));
    complaints.that(!signers(given).isEmpty(), given.place(), "Il manque « by » : qui signe.");
    complaints.that(
        Set.of("", "fr", "nl").contains(text(given, "language")),
        given.keys().get("language"),
        "La langue est fr ou nl.");
    complaints.that(
        certificates.getIfAvailable() != null,
        place,
        "Il n'y a pas de certificats de démonstration ici : trame.demo-certificates.");
  }

  /** Is told what is wrong, where, and in which words. */
  interface Complaints {
    void that(boolean holds, Place place, String sentence, Object... args);
  }

  /** What is shown of a file in the narration. */
  static String shown(Value.Fields given) {
    return given.values().containsKey("file")
        ? text(given, "file")
        : text(given, "signed") + " signé par " + String.join(" et ", signers(given));
  }

  /**
   * Hands a file in, in the name of whoever acts.
   *
   * @return id of the stored document
   * @throws Refused if there is no such document to sign
   * @throws org.trame.input.Refusal if the file is refused
   */
  UUID keep(Value.Fields given, String subject) {
    try {
      if (given.values().containsKey("file")) {
        Resource file = beside(given.values().get("file").place(), text(given, "file"));
        try (InputStream content = file.getInputStream()) {
          return uploads.keep(subject, file.getFilename(), content);
        }
      }
      StoredDocument document = toSign(given, subject);
      byte[] pdf = documents.content(document);
      for (String signer : signers(given)) {
        pdf = certificates.getObject().sign(pdf, signer, time.instant());
      }
      return uploads.keep(subject, document.name(), new ByteArrayInputStream(pdf));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private StoredDocument toSign(Value.Fields given, String subject) {
    String kind = text(given, "signed");
    String programme =
        programmes.stream()
            .flatMap(p -> p.programme(subject).stream())
            .findFirst()
            .orElseThrow(() -> new Refused("« " + subject + " » n'est d'aucun programme."));
    String reference =
        given.values().containsKey("reference")
            ? text(given, "reference")
            : latest(kind, programme, subject);
    Locale language = "nl".equals(text(given, "language")) ? Languages.DUTCH : Languages.FRENCH;
    return generated
        .of(programme, kind, reference, language)
        .orElseThrow(
            () -> new Refused("Il n'y a pas de document « %s » à signer.".formatted(kind)));
  }

  /** Of a subject that is part of a programme, {@code agreement-12}, the references begin 12-. */
  private String latest(String kind, String programme, String subject) {
    String own =
        subject.equals(programme) ? "" : subject.substring(subject.lastIndexOf('-') + 1) + "-";
    return sources.stream()
        .filter(s -> s.kind().equals(kind))
        .flatMap(s -> s.references(all.get(programme)).stream())
        .filter(r -> r.startsWith(own))
        .reduce((earlier, later) -> later)
        .orElse("");
  }

  private static List<String> signers(Value.Fields given) {
    Value by = given.values().get("by");
    List<Value> names =
        by == null ? List.of() : by instanceof Value.Items items ? items.items() : List.of(by);
    return names.stream()
        .filter(Value.Text.class::isInstance)
        .map(v -> ((Value.Text) v).text().strip())
        .filter(name -> !name.isEmpty())
        .toList();
  }

  private static String text(Value.Fields given, String key) {
    return given.values().get(key) instanceof Value.Text text ? text.text() : "";
  }

  private static Resource beside(Place place, String path) {
    try {
      return place.source().createRelative(path);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
