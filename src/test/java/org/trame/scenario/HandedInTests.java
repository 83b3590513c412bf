package org.trame.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.io.FileSystemResource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.trame.TestProgrammes;
import org.trame.TrameTest;
import org.trame.document.Documents;
import org.trame.document.GeneratedDocuments;
import org.trame.document.Samples;
import org.trame.document.StoredDocument;
import org.trame.document.VeraPdf;
import org.trame.input.Refusal;
import org.trame.signature.PdfSignature;
import org.trame.signature.PdfSignatures;
import org.trame.workflow.TrameClock;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import picocli.CommandLine.Help.Ansi;

/** Files that people of scenarios hand in: from beside the scenario, or signed by them. */
@TrameTest
class HandedInTests {

  /** Longer ago than a certificate is valid: the real time must not matter. */
  private static final Instant THEN = Instant.parse("2021-03-02T08:00:00Z");

  @Autowired Player player;
  @Autowired TestProgrammes programmes;
  @Autowired TrameClock clock;
  @Autowired Documents documents;
  @Autowired GeneratedDocuments generated;
  @Autowired PdfSignatures signatures;
  @Autowired JdbcClient jdbc;
  @TempDir Path folder;

  private final List<String> told = new ArrayList<>();
  private String programme;

  @BeforeEach
  void aProgrammeOfYearsAgo() {
    clock.moveTo(THEN);
    programme = programmes.bare("Essai de fichiers", "21009");
  }

  @AfterEach
  void realTime() {
    clock.release();
  }

  @Test
  void aFileBesideTheScenarioIsHandedIn() throws IOException {
    Files.createDirectories(folder.resolve("files"));
    byte[] scan = Samples.pdf();
    Files.write(folder.resolve("files/scan.pdf"), scan);
    play(
        """
          - {who: coordinateur, edit: add-document,
             with: {documentTitle: Scan, documentFile: {file: files/scan.pdf}}}
        """);
    StoredDocument stored = handedIn();
    assertThat(stored.name()).isEqualTo("scan.pdf");
    assertThat(stored.createdBy()).isEqualTo("coordinateur");
    assertThat(stored.createdAt()).isEqualTo(THEN);
    assertThat(documents.content(stored)).isEqualTo(scan);
    assertThat(told).anyMatch(line -> line.contains("files/scan.pdf"));
  }

  @Test
  void aPartNamesFilesBesideItself() throws IOException {
    Files.createDirectories(folder.resolve("parts"));
    Files.write(folder.resolve("parts/own.pdf"), Samples.pdf());
    Files.write(folder.resolve("given.pdf"), Samples.pdf());
    Files.writeString(
        folder.resolve("parts/hand-in.yaml"),
        """
        name: Partie
        parameters: {given: }
        steps:
          - {who: coordinateur, edit: add-document, with: {documentFile: {file: own.pdf}}}
          - {who: coordinateur, edit: add-document, with: {documentFile: "${given}"}}
        """);
    play("  - {play: parts/hand-in.yaml, with: {given: {file: given.pdf}}}\n");
    assertThat(documents.of(programme))
        .extracting(StoredDocument::name)
        .containsExactlyInAnyOrder("own.pdf", "given.pdf");
  }

  @Test
  void aRefusedFileIsARefusalOfTheStep() throws IOException {
    Files.writeString(folder.resolve("acte.pdf"), "rien");
    play(
        """
          - {who: coordinateur, edit: add-document, refused: le contenu de celui-ci est autre chose,
             with: {documentFile: {file: acte.pdf}}}
        """);
    assertThat(documents.of(programme)).isEmpty();
  }

  @Test
  void aDocumentIsSignedByItsSignersAtTheTimeOfThePlay() throws Exception {
    aResolution();
    play(
        """
          - {at: +3 days 10:00, who: coordinateur, edit: add-document,
             with: {documentFile: {signed: council-resolution, by: [Ada Lovelace, Grace Hopper]}}}
        """);
    clock.moveTo(Instant.parse("2021-03-05T09:00:00Z"));
    byte[] original = documents.content(resolution());
    byte[] signed = documents.content(handedIn());
    assertThat(signatures.check(signed, original))
        .extracting(
            PdfSignature::givenName,
            PdfSignature::surname,
            PdfSignature::level,
            PdfSignature::claimedAt)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple(
                "Ada",
                "Lovelace",
                PdfSignature.Level.BASELINE_B,
                Instant.parse("2021-03-05T09:00:00Z")),
            org.assertj.core.groups.Tuple.tuple(
                "Grace",
                "Hopper",
                PdfSignature.Level.BASELINE_B,
                Instant.parse("2021-03-05T09:00:00Z")));
    for (PDFAFlavour claimed : VeraPdf.CLAIMED) {
      assertThat(VeraPdf.failures(signed, claimed)).isEmpty();
    }
    clock.release();
    assertThatThrownBy(() -> signatures.check(signed, original))
        .isInstanceOfSatisfying(
            Refusal.class,
            r ->
                assertThat(r.violations())
                    .allMatch(v -> v.key().equals("refusal.signature.expired")));
    assertThat(told).anyMatch(l -> l.contains("signé par Ada Lovelace et Grace Hopper"));
  }

  @Test
  void thereIsSomethingToSign() {
    play(
        """
          - {who: coordinateur, edit: add-document, refused: pas de document « council-resolution »,
             with: {documentFile: {signed: council-resolution, by: Ada Lovelace}}}
        """);
    assertThat(documents.of(programme)).isEmpty();
  }

  @Test
  void whatIsWronglyWrittenIsSaidWithItsLine() {
    notUnderstood("absent.pdf", "Le fichier « absent.pdf » n'existe pas.", "{file: absent.pdf}");
    notUnderstood("une valeur", "prend un fichier : {file: chemin} ou", "scan.pdf");
    notUnderstood("autre clé", "« nom » n'existe pas dans un fichier", "{file: a.pdf, nom: b}");
    notUnderstood(
        "deux façons", "« by » n'existe pas dans un fichier « file »", "{file: a.pdf, by: Ada}");
    notUnderstood("personne", "Il manque « by »", "{signed: council-resolution}");
    notUnderstood(
        "document", "Le document « acte » n'existe pas ; possibles : a", "{signed: acte, by: Ada}");
    notUnderstood(
        "langue", "La langue est fr ou nl.", "{signed: council-resolution, by: Ada, language: en}");
    notUnderstood(
        "liste", "« signed » est une valeur, pas une liste", "{signed: [a], by: Ada Lovelace}");
  }

  private void notUnderstood(String what, String sentence, String file) {
    assertThatThrownBy(
            () ->
                play(
                    "  - {who: coordinateur, edit: add-document,\n     with: {documentFile: %s}}\n"
                        .formatted(file)))
        .as(what)
        .isInstanceOfSatisfying(
            ScenarioError.class,
            e ->
                assertThat(e.problems())
                    .anySatisfy(
                        p -> assertThat(p.toString()).contains("essai.yaml:6 : ", sentence)));
  }

  private void aResolution() {
    jdbc.sql(
            "insert into trame.council_sitting (programme, attempt, notice_sent_on, sitting_at,"
                + " members_in_office, members_present, votes_for, votes_against, abstentions,"
                + " resolution_number, outcome) values (?, 1, '2021-02-02', '2021-02-12 20:00',"
                + " 43, 40, 30, 8, 2, '2021/17', 'ADOPTED')")
        .param(programme)
        .update();
  }

  private StoredDocument resolution() {
    String sitting =
        jdbc.sql("select id::text from trame.council_sitting where programme = ?")
            .param(programme)
            .query(String.class)
            .single();
    return generated.of(programme, "council-resolution", sitting, Locale.FRENCH).orElseThrow();
  }

  private StoredDocument handedIn() {
    Stream<StoredDocument> uploads =
        documents.of(programme).stream().filter(d -> d.kind().equals(StoredDocument.UPLOAD));
    return uploads.reduce((a, b) -> b).orElseThrow();
  }

  private void play(String steps) {
    String yaml = "name: Essai\nstart: 2021-03-02\nsteps:\n  - on: " + programme + "\n" + steps;
    try {
      Path file = Files.writeString(folder.resolve("essai.yaml"), yaml);
      player.play(
          ScenarioReader.read(new FileSystemResource(file)),
          new Narration(told::add, Ansi.OFF),
          LocalDate.of(2026, 11, 20));
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }
}
