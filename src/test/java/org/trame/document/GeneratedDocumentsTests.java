package org.trame.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.DecodeHintType;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import java.awt.image.BufferedImage;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.rendering.ImageType;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.trame.TrameTest;
import org.trame.agreement.TestAgreements;
import org.trame.approval.ApprovalDriver;
import org.trame.language.Languages;
import org.trame.programme.Programme;
import org.trame.programme.Programmes;
import org.verapdf.pdfa.flavours.PDFAFlavour;

/** What Trame prints, judged by veraPDF and read back by PDFBox. */
@TrameTest
class GeneratedDocumentsTests {

  @Autowired GeneratedDocuments generated;
  @Autowired Documents documents;
  @Autowired PdfWriter writer;
  @Autowired List<DocumentSource> sources;
  @Autowired Programmes programmes;
  @Autowired ApprovalDriver driver;
  @Autowired TestAgreements agreements;
  @Autowired JdbcClient jdbc;

  private String programme;
  private Map<String, String> references;

  @BeforeEach
  void aProgrammeWithEveryDocument() {
    programme = PrintedProgramme.of(driver, jdbc);
    references = PrintedProgramme.references(jdbc, programme);
  }

  /** Where a document of every kind can be printed: agreements are of a programme of their own. */
  private Map<String, Fact> facts() {
    Map<String, Fact> facts = new TreeMap<>();
    references.forEach((kind, reference) -> facts.put(kind, new Fact(programme, reference)));
    String approved = agreements.programme(PrintedProgramme.NAME);
    long agreement =
        agreements.sent(
            approved, "Convention <&>", agreements.association("Régie des Étangs", "regie"));
    facts.put("agreement", new Fact(approved, agreement + "-1"));
    assertThat(sources).extracting(DocumentSource::kind).hasSameElementsAs(facts.keySet());
    return facts;
  }

  private record Fact(String programme, String reference) {}

  @Test
  void everyDocumentIsPdfA3aAndPdfUa1InBothLanguages() throws Exception {
    Map<String, Fact> facts = facts();
    for (Locale language : List.of(Languages.FRENCH, Languages.DUTCH)) {
      for (String kind : facts.keySet()) {
        Fact fact = facts.get(kind);
        StoredDocument document =
            generated.of(fact.programme(), kind, fact.reference(), language).orElseThrow();
        byte[] pdf = documents.content(document);
        Files.createDirectories(Path.of("target/documents"));
        Files.write(Path.of("target/documents", kind + "-" + document.language() + ".pdf"), pdf);
        for (PDFAFlavour flavour : VeraPdf.CLAIMED) {
          assertThat(VeraPdf.failures(pdf, flavour)).as(kind + " " + language).isEmpty();
        }
        String text = text(pdf);
        assertThat(qr(pdf))
            .endsWith("/verify/" + VerificationCode.printed(document.code()))
            .startsWith("http");
        assertThat(text)
            .contains("Cœur d’Ixelles <&>", VerificationCode.printed(document.code()))
            .doesNotContain("??", "document.");
      }
    }
  }

  @Test
  void examplesHaveExactlyTheNamesOfTheRealValues() {
    Map<String, Fact> facts = facts();
    for (DocumentSource source : sources) {
      Fact fact = facts.get(source.kind());
      Programme about = programmes.get(fact.programme());
      assertThat(source.references(about)).as(source.kind()).contains(fact.reference());
      for (Locale language : List.of(Languages.FRENCH, Languages.DUTCH)) {
        Map<String, Object> real = source.values(about, fact.reference(), language).orElseThrow();
        Set<String> example = names(source.example(language));
        real.forEach(
            (list, value) -> {
              if (List.of().equals(value)) {
                example.removeIf(name -> name.startsWith(list + "."));
              }
            });
        assertThat(names(real)).as(source.kind()).isEqualTo(example);
      }
    }
  }

  /** Names, those in lists after the name of the list. */
  private static Set<String> names(Map<?, ?> values) {
    Set<String> names = new TreeSet<>();
    values.forEach(
        (name, value) -> {
          names.add(name.toString());
          if (value instanceof List<?> rows) {
            rows.forEach(r -> names((Map<?, ?>) r).forEach(n -> names.add(name + "." + n)));
          }
        });
    return names;
  }

  @Test
  void aPageWithoutTitleTagsOrTextForItsImageFails() throws Exception {
    byte[] bad =
        writer.write("<html><body><p><img src=\"" + QrCode.of("x") + "\"/></p></body></html>");
    assertThat(VeraPdf.failures(bad, PDFAFlavour.PDFUA_1)).isNotEmpty();
    assertThat(VeraPdf.failures(Samples.pdf(), PDFAFlavour.PDFA_3_A)).isNotEmpty();
  }

  @Test
  void documentsSayWhatWasDecided() throws Exception {
    assertThat(text("council-resolution", Languages.FRENCH))
        .contains(
            "Commune : Ixelles",
            "Délibération n° 2026/117",
            "12 mars 2026 à 20:00",
            "40 membres présents sur 43")
        .contains("adopte le programme", "Pour 30", "Contre 8", "Abstentions 2");
    assertThat(text("approval-decision", Languages.DUTCH))
        .contains("gedeeltelijk goedgekeurd", "1 juni 2026", "niet goedgekeurd: Hors périmètre")
        .contains("100.000,00 €")
        .doesNotContain("ministre");
    assertThat(text("remarks-letter", Languages.FRENCH))
        .contains("10 avril 2026", "1.1", "1.2", "A1 · Logements", "Justifier le coût au m²");
    assertThat(text("meeting-minutes", Languages.FRENCH))
        .contains("17 février 2026 à 18:30, Chaussée d’Ixelles 168", "1 membres présents sur 2")
        .contains("Présent oui", "Excusé", "A1 – Logements Réservé Plus d’arbres <&>")
        .contains("positions minoritaires", "Contre la démolition")
        .doesNotContain("Nom Secret");
    assertThat(text("convening-notice", Languages.DUTCH))
        .contains("17 februari 2026 om 18:30", "Chaussée d’Ixelles 168", "Diagnostic Avis")
        .contains("verzonden op 3 februari 2026", "50\u00a0% van de leden");
    assertThat(text("yearly-report", Languages.FRENCH))
        .contains("Année 1", "Sept logements", "Prix des matériaux", "345,67 €")
        .contains("O1 Logements 0 7 (1er mai 2027) – En cours 24", "Habitant 14 9");
    assertThat(text("evaluation-report", Languages.FRENCH))
        .contains("Bureau Perspective", "Aucun lien", "C1 O1 Combien ? Comptage")
        .contains(
            "O1 · Rénover Atteint en partie",
            "cible\u00a0: 24\u00a0; résultat\u00a0: 20",
            "Quatre manquent")
        .doesNotContain("evaluateur");
  }

  @Test
  void theThirdConveningOfTheCouncilSaysTheRule() throws Exception {
    assertThat(text("council-notice", Languages.FRENCH))
        .contains("12 mars 2026 à 20:00", "Adoption du programme «\u00a0Cœur", "7 jours francs")
        .contains("majorité de ses 43 membres")
        .doesNotContain("quel que soit le nombre");
    jdbc.sql("update trame.council_sitting set attempt = 3 where programme = ?")
        .param(programme)
        .update();
    assertThat(text("council-notice", Languages.FRENCH))
        .contains("Convocation n° 3", "2 jours francs", "quel que soit le nombre", "art. 90")
        .doesNotContain("majorité de ses 43 membres");
  }

  @Test
  void unchangedDataGivesTheStoredDocumentAndAChangeAnother() {
    StoredDocument first = print("council-resolution", Languages.FRENCH);
    assertThat(print("council-resolution", Languages.FRENCH)).isEqualTo(first);
    assertThat(print("council-resolution", Languages.DUTCH)).isNotEqualTo(first);
    jdbc.sql("update trame.council_sitting set votes_for = 31 where programme = ?")
        .param(programme)
        .update();
    StoredDocument changed = print("council-resolution", Languages.FRENCH);
    assertThat(changed.sha256()).isNotEqualTo(first.sha256());
    assertThat(changed.code()).isNotEqualTo(first.code());
    assertThat(documents.of(programme)).contains(first, changed).hasSize(3);
  }

  @Test
  void nothingIsPrintedOfWhatIsNotSettled() {
    jdbc.sql(
            "update trame.council_sitting set votes_for = null, outcome = 'NO_QUORUM' where"
                + " programme = ?")
        .param(programme)
        .update();
    assertThat(
            generated.of(
                programme,
                "council-resolution",
                references.get("council-resolution"),
                Languages.FRENCH))
        .isEmpty();
    jdbc.sql("update trame.commission_meeting set outcome = null where programme = ?")
        .param(programme)
        .update();
    jdbc.sql(
            "update trame.yearly_report set state = 'CHANGES_ASKED', review_reason = '?' where"
                + " programme = ?")
        .param(programme)
        .update();
    for (String kind : List.of("meeting-minutes", "yearly-report")) {
      assertThat(generated.of(programme, kind, references.get(kind), Languages.FRENCH)).isEmpty();
    }
    assertThat(generated.of(programme, "remarks-letter", "1-2", Languages.FRENCH)).isEmpty();
    assertThat(generated.of(programme, "approval-decision", "2", Languages.FRENCH)).isEmpty();
    assertThat(generated.of(programme, "../verify", "1", Languages.FRENCH)).isEmpty();
  }

  @Test
  void theDatabaseKeepsDocumentsAsTheyAre() {
    StoredDocument document = print("approval-decision", Languages.FRENCH);
    for (String sql :
        List.of(
            "update trame.document_content set bytes = '\\x00' where key = ?",
            "delete from trame.document_content where key = ?",
            "update trame.document set sha256 = repeat('0', 64) where id = ?",
            "delete from trame.document where id = ?")) {
      assertThatThrownBy(() -> jdbc.sql(sql).param(document.id()).update())
          .hasMessageContaining("A document never changes");
    }
    assertThat(Hashes.sha256(documents.content(document))).isEqualTo(document.sha256());
  }

  private StoredDocument print(String kind, Locale language) {
    return generated.of(programme, kind, references.get(kind), language).orElseThrow();
  }

  private String text(String kind, Locale language) throws Exception {
    return text(documents.content(print(kind, language)));
  }

  /** What a telephone reads in the printed code. */
  private static String qr(byte[] file) throws Exception {
    try (PDDocument pdf = Loader.loadPDF(file)) {
      BufferedImage page =
          new PDFRenderer(pdf).renderImageWithDPI(pdf.getNumberOfPages() - 1, 110, ImageType.RGB);
      int[] pixels = page.getRGB(0, 0, page.getWidth(), page.getHeight(), null, 0, page.getWidth());
      return new QRCodeReader()
          .decode(
              new BinaryBitmap(
                  new HybridBinarizer(
                      new RGBLuminanceSource(page.getWidth(), page.getHeight(), pixels))),
              Map.of(DecodeHintType.TRY_HARDER, true))
          .getText();
    }
  }

  private static String text(byte[] file) throws Exception {
    try (PDDocument pdf = Loader.loadPDF(file)) {
      return new PDFTextStripper().getText(pdf).replaceAll("\\s+", " ");
    }
  }
}
