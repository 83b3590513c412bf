package org.trame.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.trame.TrameTest;
import org.trame.access.Actor;
import org.trame.access.Actors;
import org.trame.access.Places;
import org.trame.agreement.TestAgreements;
import org.trame.approval.ApprovalDriver;
import org.trame.input.Refusal;
import org.trame.language.Languages;
import org.trame.language.Messages;
import org.trame.ledger.Ledger;
import org.trame.ledger.LedgerEntry;
import org.verapdf.pdfa.flavours.PDFAFlavour;

/** Ixelles and Schaerbeek word their documents; nobody words those of others. */
@TrameTest
class MunicipalTemplatesTests {

  private static final String IXELLES = "21009";
  private static final Actor COORDINATOR = actor("coordinateur", "coordinator-" + IXELLES);
  private static final Actor SECRETARY = actor("secretaire", "council-secretary-" + IXELLES);
  private static final String NOTICE = "convening-notice";
  private static final String OWN =
      "<h2>Bienvenue</h2>\n<p>{{meetingOn}}, {{hour}}, {{place}}</p>\n<p class=\"text\">{{agenda}}</p>";

  @Autowired MunicipalTemplates templates;
  @Autowired List<DocumentSource> sources;
  @Autowired DefaultTemplates defaults;
  @Autowired GeneratedDocuments generated;
  @Autowired Documents documents;
  @Autowired TemplateStore store;
  @Autowired Places places;
  @Autowired TestAgreements agreements;
  @Autowired ApprovalDriver driver;
  @Autowired Ledger ledger;
  @Autowired Messages messages;
  @Autowired JdbcClient jdbc;

  @AfterEach
  void everythingAsBefore() {
    jdbc.sql("alter table trame.document_template disable trigger user").update();
    jdbc.sql("delete from trame.document_template").update();
    jdbc.sql("alter table trame.document_template enable trigger user").update();
  }

  @Test
  void everyTemplateThatComesWithTrameIsOneAMunicipalityMayWrite() {
    for (DocumentSource source : sources) {
      for (Locale language : MunicipalTemplates.LANGUAGES) {
        TemplateCheck.check(
            defaults.body(source, language),
            DocumentTemplates.names(source, language),
            source.demanded());
      }
    }
    assertThat(as(COORDINATOR, () -> templates.all(IXELLES)))
        .extracting(MunicipalTemplates.Template::kind)
        .containsOnly(
            "agreement",
            "convening-notice",
            "council-notice",
            "council-resolution",
            "meeting-minutes",
            "yearly-report")
        .hasSize(12);
  }

  @Test
  void everyNameSaysWhatItHolds() {
    for (MunicipalTemplates.Template template : as(COORDINATOR, () -> templates.all(IXELLES))) {
      for (MunicipalTemplates.Name name : templates.names(template.kind(), template.language())) {
        String path = name.list() == null ? name.name() : name.list() + "." + name.name();
        assertThat(messages.say("template.holds." + path)).as(path).isNotBlank();
      }
    }
  }

  @Test
  void documentsFollowTheTextInForceAndKeepTheOneTheyWereGeneratedWith() throws Exception {
    String programme = PrintedProgramme.of(driver, jdbc);
    String reference = PrintedProgramme.references(jdbc, programme).get(NOTICE);
    StoredDocument before = print(programme, NOTICE, reference, Languages.FRENCH);
    byte[] bytes = documents.content(before);

    save(COORDINATOR, NOTICE, 0, OWN);
    StoredDocument after = print(programme, NOTICE, reference, Languages.FRENCH);
    assertThat(after.id()).isNotEqualTo(before.id());
    assertThat(text(documents.content(after)))
        .contains("Bienvenue", "17 février 2026, 18:30, Chaussée d’Ixelles 168", "Diagnostic")
        .contains("Convocation de la commission", "Commune : Ixelles")
        .contains(VerificationCode.printed(after.code()))
        .doesNotContain("Présence requise", "inventées");
    assertThat(text(documents.content(print(programme, NOTICE, reference, Languages.DUTCH))))
        .as("the other language has its own")
        .contains("Vereiste aanwezigheid");

    reset(SECRETARY, NOTICE, 1);
    assertThat(print(programme, NOTICE, reference, Languages.FRENCH)).isEqualTo(before);
    assertThat(documents.content(before)).isEqualTo(bytes);
    assertThat(documents.of(programme)).contains(before, after);

    List<LedgerEntry> acts =
        ledger.of(programme).stream().filter(e -> e.act().equals("document-generated")).toList();
    assertThat(acts)
        .extracting(e -> e.details().get("template"), e -> e.details().get("language"))
        .containsExactly(
            Tuple.tuple("default", "fr"), Tuple.tuple("1", "fr"), Tuple.tuple("default", "nl"));
    assertThat(messages.sayNamed("act.document-generated", acts.get(0).details()))
        .endsWith("Modèle : celui de Trame.");
    assertThat(messages.sayNamed("act.document-generated", acts.get(1).details()))
        .endsWith("Modèle : 1.");
  }

  @Test
  void theHistorySaysWhoAndWhenAndIsNeverChanged() {
    save(COORDINATOR, NOTICE, 0, OWN);
    save(SECRETARY, NOTICE, 1, OWN + "\r\n<p>2</p>  ");
    reset(COORDINATOR, NOTICE, 2);
    MunicipalTemplates.Template template = one(NOTICE);
    assertThat(template.history())
        .extracting(TemplateVersion::number, TemplateVersion::by, TemplateVersion::text)
        .containsExactly(
            Tuple.tuple(1, "coordinateur", OWN),
            Tuple.tuple(2, "secretaire", OWN + "\n<p>2</p>"),
            Tuple.tuple(3, "coordinateur", null));
    assertThat(template.own()).isFalse();
    assertThat(template.text(2)).contains(OWN + "\n<p>2</p>");
    assertThat(template.text(3)).contains(template.standard());
    assertThat(ledger.of("commune-" + IXELLES))
        .filteredOn(e -> e.act().startsWith("template-"))
        .extracting(LedgerEntry::act, LedgerEntry::actor, e -> e.details().get("version"))
        .endsWith(
            Tuple.tuple("template-changed", "coordinateur", "1"),
            Tuple.tuple("template-changed", "secretaire", "2"),
            Tuple.tuple("template-reset", "coordinateur", "3"));
    for (String sql :
        List.of(
            "update trame.document_template set text = 'x'",
            "delete from trame.document_template",
            "truncate trame.document_template")) {
      assertThatThrownBy(() -> jdbc.sql(sql).update())
          .hasMessageContaining("history of templates is append-only");
    }
    assertThatThrownBy(
            () ->
                jdbc.sql(
                        "insert into trame.document_template values (?, ?, 'fr', 5, 'x', 'y', now())")
                    .params(IXELLES, NOTICE)
                    .update())
        .hasMessageContaining("does not follow");
  }

  @Test
  void theSecondOfTwoWritersIsTold() throws Exception {
    save(COORDINATOR, NOTICE, 0, OWN);
    refused("refusal.template.meanwhile", () -> save(SECRETARY, NOTICE, 0, OWN + "<p>autre</p>"));
    refused("refusal.template.meanwhile", () -> reset(SECRETARY, NOTICE, 0));
    assertThat(one(NOTICE).text()).isEqualTo(OWN);

    CyclicBarrier together = new CyclicBarrier(2);
    ExecutorService two = Executors.newFixedThreadPool(2);
    List<Future<Boolean>> answers = new ArrayList<>();
    for (Actor writer : List.of(COORDINATOR, SECRETARY)) {
      Callable<Boolean> write =
          () -> {
            together.await();
            try {
              save(writer, NOTICE, 1, OWN + "<p>" + writer.userId() + "</p>");
              return true;
            } catch (Refusal refusal) {
              assertThat(refusal.violations().get(0).key()).isEqualTo("refusal.template.meanwhile");
              return false;
            }
          };
      answers.add(two.submit(write));
    }
    assertThat(List.of(answers.get(0).get(), answers.get(1).get()))
        .containsExactlyInAnyOrder(true, false);
    two.shutdown();
    assertThat(one(NOTICE).history()).hasSize(2);
  }

  @Test
  void whatIsWrongIsRefusedAndChangesNothing() {
    refused("refusal.template.demanded", () -> save(COORDINATOR, NOTICE, 0, "<p>Venez</p>"));
    refused("refusal.template.script", () -> save(COORDINATOR, NOTICE, 0, OWN + "<script>"));
    refused("refusal.template.heading", () -> preview(COORDINATOR, NOTICE, OWN + "<h4>a</h4>"));
    refused(
        "refusal.template.same",
        () -> save(COORDINATOR, NOTICE, 0, one(NOTICE).text().replace("\n", "\r\n")));
    refused("refusal.template.standard", () -> reset(COORDINATOR, NOTICE, 0));
    assertThat(one(NOTICE).history()).isEmpty();
  }

  @Test
  void nobodyWordsTheDocumentsOfOthers() {
    for (Actor stranger :
        List.of(
            actor("coordinatrice-wallonne", "coordinator-52011"),
            actor("chef", "department-head-" + IXELLES),
            actor("region", "region-examiner-brussels"),
            actor("auditeur", "auditor"),
            actor("admin", "camunda-admin"))) {
      assertThatThrownBy(() -> as(stranger, () -> templates.all(IXELLES)))
          .isInstanceOf(NoSuchElementException.class);
      assertThatThrownBy(() -> save(stranger, NOTICE, 0, OWN))
          .isInstanceOf(NoSuchElementException.class);
      assertThatThrownBy(() -> reset(stranger, NOTICE, 0))
          .isInstanceOf(NoSuchElementException.class);
      assertThatThrownBy(() -> preview(stranger, NOTICE, OWN))
          .isInstanceOf(NoSuchElementException.class);
    }
    for (String regional :
        List.of("approval-decision", "remarks-letter", "evaluation-report", "../verify")) {
      assertThatThrownBy(() -> save(COORDINATOR, regional, 0, OWN))
          .isInstanceOf(NoSuchElementException.class);
    }
    assertThat(as(actor("auditeur", "auditor"), templates::places)).isEmpty();
  }

  @Test
  void whatTheLawWantsSaidIsSaidWhoeverWordsIt() throws Exception {
    String programme = PrintedProgramme.of(driver, jdbc);
    String sitting = PrintedProgramme.references(jdbc, programme).get("council-notice");
    jdbc.sql("update trame.council_sitting set attempt = 3 where programme = ?")
        .param(programme)
        .update();
    save(SECRETARY, "council-notice", 0, "<p>Séance du {{sittingOn}} à {{hour}} ({{attempt}})</p>");
    assertThat(
            text(documents.content(print(programme, "council-notice", sitting, Languages.FRENCH))))
        .contains("Séance du 12 mars 2026 à 20:00 (3)", "quel que soit le nombre de membres");
  }

  @Test
  void everyMunicipalDocumentWithAnOwnTemplateIsPdfA3aAndPdfUa1() throws Exception {
    String programme = PrintedProgramme.of(driver, jdbc);
    Map<String, String> references = PrintedProgramme.references(jdbc, programme);
    String approved = agreements.programme("Convention en français et en néerlandais");
    long agreement =
        agreements.sent(approved, "Accord <&>", agreements.association("Les Étangs", "regie"));
    String schaerbeek = TestAgreements.NIS;
    for (Locale language : MunicipalTemplates.LANGUAGES) {
      for (MunicipalTemplates.Template template : as(COORDINATOR, () -> templates.all(IXELLES))) {
        if (!template.language().equals(language)) {
          continue;
        }
        boolean ofAgreement = "agreement".equals(template.kind());
        String own =
            template.standard() + TemplateCheckTest.rich().replaceAll("(?s)\\{\\{.*?}}", "");
        as(
            ofAgreement ? TestAgreements.COORDINATOR : COORDINATOR,
            () -> {
              templates.save(ofAgreement ? schaerbeek : IXELLES, template.kind(), language, 0, own);
              return null;
            });
        byte[] pdf =
            documents.content(
                ofAgreement
                    ? print(approved, "agreement", agreement + "-1", language)
                    : print(programme, template.kind(), references.get(template.kind()), language));
        byte[] preview =
            as(COORDINATOR, () -> templates.preview(IXELLES, template.kind(), language, own));
        for (PDFAFlavour flavour : VeraPdf.CLAIMED) {
          assertThat(VeraPdf.failures(pdf, flavour)).as(template.kind() + language).isEmpty();
          assertThat(VeraPdf.failures(preview, flavour))
              .as("preview of " + template.kind())
              .isEmpty();
        }
        assertThat(text(pdf)).contains("sur deux", "Un texte dans un bloc");
        assertThat(text(preview)).contains("0000-0000-0000-0000", "Lorem ipsum");
        if (ofAgreement) {
          assertThat(text(pdf)).contains("Faire ensemble.", "Accord <&>", "Les Étangs");
        }
      }
    }
    assertThat(documents.confirmed("0000-0000-0000-0000")).isEmpty();
  }

  private StoredDocument print(String programme, String kind, String reference, Locale language) {
    return generated.of(programme, kind, reference, language).orElseThrow();
  }

  private MunicipalTemplates.Template one(String kind) {
    return as(COORDINATOR, () -> templates.one(IXELLES, kind, Languages.FRENCH));
  }

  private void save(Actor actor, String kind, int basedOn, String text) {
    as(
        actor,
        () -> {
          templates.save(IXELLES, kind, Languages.FRENCH, basedOn, text);
          return null;
        });
  }

  private void reset(Actor actor, String kind, int basedOn) {
    as(
        actor,
        () -> {
          templates.reset(IXELLES, kind, Languages.FRENCH, basedOn);
          return null;
        });
  }

  private byte[] preview(Actor actor, String kind, String text) {
    return as(actor, () -> templates.preview(IXELLES, kind, Languages.FRENCH, text));
  }

  private static <T> T as(Actor actor, java.util.function.Supplier<T> work) {
    return Actors.as(actor, work);
  }

  private static Actor actor(String account, String group) {
    return new Actor(account, List.of(group));
  }

  private static void refused(
      String key, org.assertj.core.api.ThrowableAssert.ThrowingCallable work) {
    assertThatThrownBy(work)
        .isInstanceOfSatisfying(
            Refusal.class, r -> assertThat(r.violations()).extracting(v -> v.key()).contains(key));
  }

  private static String text(byte[] file) throws Exception {
    try (PDDocument pdf = Loader.loadPDF(file)) {
      return new PDFTextStripper().getText(pdf).replaceAll("\\s+", " ");
    }
  }
}
