package org.trame.agreement;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import org.trame.TrameTest;
import org.trame.access.Actors;
import org.trame.agreement.amendment.AgreementAmendments;
import org.trame.agreement.amendment.DifferenceLines;
import org.trame.ledger.Ledger;
import org.trame.ledger.LedgerEntry;
import org.trame.programme.Amendment;
import org.trame.programme.Amendments;
import org.trame.programme.Programmes;
import org.trame.workflow.TrameClock;
import org.trame.worksheet.Edits;
import org.trame.worksheet.Worksheet;

/** Light and heavy changes of agreements, on the real engine and database. */
@TrameTest
class AgreementAmendmentTests {

  @Autowired TestAgreements given;
  @Autowired Agreements agreements;
  @Autowired AgreementAmendments agreementAmendments;
  @Autowired DifferenceLines lines;
  @Autowired AgreementEnds ends;
  @Autowired Signings signings;
  @Autowired Amendments amendments;
  @Autowired Programmes programmes;
  @Autowired RuntimeService runtime;
  @Autowired TaskService tasks;
  @Autowired Ledger ledger;
  @Autowired TransactionTemplate transaction;
  @Autowired Edits edits;
  @Autowired JdbcClient jdbc;
  @Autowired TrameClock clock;

  private String programme;
  private long first;

  @BeforeEach
  void aProgrammeThatIsImplemented() {
    LocaleContextHolder.setLocale(Locale.FRENCH);
    clock.moveTo(Instant.parse("2031-03-03T09:00:00Z"));
    programme = given.programme("Reine–Progrès", "1.1", "1.2");
    programmes.implementUntil(programme, LocalDate.of(2034, 12, 31));
    first = given.association("Première", "association");
  }

  @AfterEach
  void realTime() {
    clock.release();
    LocaleContextHolder.resetLocaleContext();
  }

  @Test
  void aLightAmendmentIsSignedByAllAndTheOldTextHoldsUntilThen() {
    long id = partnership();
    AgreementVersion old = agreements.inForce(id).orElseThrow();
    clock.moveTo(Instant.parse("2031-05-05T09:00:00Z"));
    given.write(id, "agreement-amend", "amendmentObject", "Horaires");
    given.refused(
        () -> given.write(id, "agreement-amend", "amendmentObject", "Encore"),
        "Vous ne pouvez pas faire cela");
    given.refused(() -> given.freeze(id), "rien n’y est changé");
    given.write(
        id,
        "agreement-clause",
        "id",
        "1",
        "clauseHeading",
        "Objet",
        "clauseBody",
        "Faire le jardin ensemble.",
        "clauseAction",
        "1.1");
    given.freeze(id);

    AgreementVersion version = agreements.current(id);
    assertThat(version.kind()).isEqualTo(AgreementVersion.Kind.LIGHT);
    assertThat(version.kindSource()).contains("Pratique locale");
    assertThat(version.state()).isEqualTo(AgreementVersion.State.SIGNING);
    assertThat(agreements.inForce(id)).contains(old);
    AgreementDifference difference = agreementAmendments.difference(version).orElseThrow();
    assertThat(difference.changes()).hasSize(1);
    assertThat(difference.changes().get(0).words())
        .containsExactly(
            new AgreementDifference.Words(AgreementDifference.Kind.SAME, "Faire "),
            new AgreementDifference.Words(AgreementDifference.Kind.ADDED, "le jardin "),
            new AgreementDifference.Words(AgreementDifference.Kind.SAME, "ensemble."));
    assertThat(lines.of(difference)).containsExactly("Article 1 changé : Objet.");

    given.sign(id, "association", first);
    given.signByMunicipality(id);
    assertThat(agreements.inForce(id).orElseThrow().number()).isEqualTo(2);
    assertThat(agreements.versions(id).get(0).state()).isEqualTo(AgreementVersion.State.SUPERSEDED);
    assertThat(agreements.inForce(id, LocalDate.of(2031, 3, 2))).isEmpty();
    assertThat(agreements.inForce(id, LocalDate.of(2031, 4, 30)).orElseThrow().number())
        .isEqualTo(1);
    assertThat(agreements.inForce(id, LocalDate.of(2031, 5, 5)).orElseThrow().number())
        .isEqualTo(2);
    assertThat(acts())
        .containsSubsequence(
            "agreement-amendment-opened",
            "agreement-frozen",
            "agreement-amendment-classified",
            "agreement-in-force");
  }

  @Test
  void anotherActionMakesItHeavyAndTheProgrammeIsAmendedBeforeAnybodySigns() {
    long id = partnership();
    heavy(id);

    AgreementVersion version = agreements.current(id);
    assertThat(version.kind()).isEqualTo(AgreementVersion.Kind.HEAVY);
    assertThat(version.kindReason()).isEqualTo("une action du programme y entre ou en sort");
    assertThat(version.state()).isEqualTo(AgreementVersion.State.READY);
    assertThat(signings.of(version)).isEmpty();
    Amendment amendment = amendments.open(programme).orElseThrow();
    assertThat(amendment.matter()).isEqualTo(Agreement.subject(id));
    given.refused(
        () -> given.write(id, "agreement-give-up", "giveUpReason", "Non"),
        "Vous ne pouvez pas faire cela");
    long other = partnership();
    given.write(other, "agreement-amend", "amendmentObject", "Autre");
    clause(other);
    given.refused(() -> given.freeze(other), "Un avenant est déjà en cours");
    assertThat(agreements.current(other).state())
        .as("nothing is half done")
        .isEqualTo(AgreementVersion.State.DRAFT);

    List<Worksheet.Section> worksheet =
        edits.worksheet("Task_DescribeAmendment").sections(programme);
    assertThat(worksheet.get(0).rows())
        .extracting(row -> row.cells().get(0))
        .containsExactly("Article 2 ajouté : Action de plus.");
    assertThat(worksheet.get(1).notes().get(0).sentence())
        .contains("l’avenant à la convention sur lequel il porte est lourd");
    assertThat(worksheet.get(1).notes().get(0).blocking()).isFalse();
    assertThat(given.open(id, "Task_Sign")).isZero();
  }

  @Test
  void whatIsNotApprovedIsDroppedAndTheTextInForceStays() {
    long id = partnership();
    heavy(id);
    describe(Map.of("reason", "Le porteur renonce", "withdraw", true));

    assertThat(agreements.underWay(id)).isEmpty();
    AgreementVersion dropped = agreements.versions(id).get(1);
    assertThat(dropped.state()).isEqualTo(AgreementVersion.State.VOID);
    assertThat(dropped.voidReason()).isEqualTo("Le porteur renonce");
    assertThat(agreements.get(id).state()).isEqualTo(Agreement.State.IN_FORCE);
    assertThat(agreements.inForce(id).orElseThrow().number()).isEqualTo(1);
    assertThat(
            runtime
                .createProcessInstanceQuery()
                .processDefinitionKey("AgreementSigning")
                .processInstanceBusinessKey(Agreement.subject(id))
                .count())
        .isZero();
    assertThat(agreementAmendments.mayAmend(id)).as("nobody signed in").isFalse();
    assertThat(Actors.as(TestAgreements.COORDINATOR, () -> agreementAmendments.mayAmend(id)))
        .isTrue();
  }

  @Test
  void theContractFollowsAHeavyAmendmentOfTheProgrammeAndIsThenSignedOnly() {
    long id = given.prepare(programme, TestAgreements.CONTRACT, "Contrat");
    long partnership = partnership();
    given.write(id, "agreement-clause", "clauseHeading", "Objet", "clauseBody", "Tout.");
    given.put(id, given.municipality(), "municipality");
    given.put(id, given.region(), "region");
    given.put(id, first, "carriers");
    given.freeze(id);
    given.sign(id, "association", first);
    given.signByMunicipality(id);
    given.sign(id, "ministre", given.region());

    transaction.executeWithoutResult(
        t -> {
          amendments.begin(programme, null);
          jdbc.sql("update trame.amendment set object = 'Budget' where programme = ?")
              .param(programme)
              .update();
          amendments.classify(programme, heavyRule());
          amendments.bringIntoForce(programme);
        });
    AgreementVersion draft = agreements.current(id);
    assertThat(draft.state()).isEqualTo(AgreementVersion.State.DRAFT);
    assertThat(draft.follows()).isEqualTo(1);
    assertThat(given.open(id, "Task_DraftAgreement")).isEqualTo(1);
    assertThat(agreements.underWay(partnership)).as("it does not follow").isEmpty();

    given.write(id, "agreement-terms", "agreementTitle", "Contrat", "agreementAmount", "50000.00");
    given.freeze(id);
    assertThat(agreements.current(id).kind()).isEqualTo(AgreementVersion.Kind.LIGHT);
    assertThat(agreements.current(id).kindReason()).contains("suit un avenant au programme");
    assertThat(agreements.current(id).state()).isEqualTo(AgreementVersion.State.SIGNING);
  }

  @Test
  void amountAndPartiesDecideByTheKindOfAgreement() {
    long id = partnership();
    given.write(id, "agreement-amend", "amendmentObject", "Montant");
    given.write(id, "agreement-terms", "agreementTitle", "Jardins", "agreementAmount", "1080.00");
    given.put(id, given.association("Nouvelle", "cpas"), "carriers");
    assertThat(agreementAmendments.inputs(id))
        .containsEntry("agreementKind", TestAgreements.PARTNERSHIP)
        .containsEntry("partiesChanged", true)
        .containsEntry("actionsChanged", false)
        .containsEntry("followsProgramme", false)
        .containsEntry("amountChange", 8.0);
    given.freeze(id);
    assertThat(agreements.current(id).kind()).isEqualTo(AgreementVersion.Kind.LIGHT);
    given.write(id, "agreement-take-back", "takeBackReason", "Erreur de montant");
    given.write(id, "agreement-terms", "agreementTitle", "Jardins", "agreementAmount", "1200.00");
    assertThat(agreementAmendments.inputs(id)).containsEntry("amountChange", 20.0);
    given.freeze(id);
    assertThat(agreements.current(id).kind()).isEqualTo(AgreementVersion.Kind.HEAVY);
    assertThat(agreements.current(id).kindReason()).contains("plus de 10 %");
  }

  @Test
  void anAmendmentThatIsBeingSignedIsGivenUpWhenItsAgreementEnds() {
    long id = partnership();
    given.write(id, "agreement-amend", "amendmentObject", "Une promesse");
    given.promise(id, first, given.municipality(), "Ouvrir le samedi");
    given.freeze(id);
    AgreementDifference difference =
        agreementAmendments.difference(agreements.current(id)).orElseThrow();
    assertThat(lines.of(difference)).containsExactly("Engagement E1 : Ouvrir le samedi");
    given.sign(id, "association", first);
    ends.end(id, given.today(), AgreementEnds.Reason.TERM);

    assertThat(agreements.get(id).state()).isEqualTo(Agreement.State.ENDED);
    assertThat(agreements.versions(id).get(1).voidReason()).isEqualTo("son dernier jour est passé");
    assertThat(
            runtime
                .createProcessInstanceQuery()
                .processDefinitionKeyIn("AgreementSigning", "Signature")
                .processInstanceBusinessKey(Agreement.subject(id))
                .count())
        .isZero();
  }

  private static org.trame.regime.Rule heavyRule() {
    return new org.trame.regime.Rule(
        "AmendmentKind",
        Map.of(
            "kind",
            "HEAVY",
            "reasonFr",
            "essai",
            "reasonNl",
            "proef",
            "source",
            "Pratique locale"));
  }

  /** A partnership in force that carries out action 1.1 for 1000 euros. */
  private long partnership() {
    long id = given.prepare(programme, TestAgreements.PARTNERSHIP, "Jardins");
    given.write(id, "agreement-terms", "agreementTitle", "Jardins", "agreementAmount", "1000.00");
    given.write(
        id,
        "agreement-clause",
        "clauseHeading",
        "Objet",
        "clauseBody",
        "Faire ensemble.",
        "clauseAction",
        "1.1");
    given.put(id, given.municipality(), "municipality");
    given.put(id, first, "carriers");
    given.freeze(id);
    given.sign(id, "association", first);
    given.signByMunicipality(id);
    return id;
  }

  private void heavy(long id) {
    given.write(id, "agreement-amend", "amendmentObject", "Une action de plus");
    clause(id);
    given.freeze(id);
  }

  private void clause(long id) {
    given.write(
        id,
        "agreement-clause",
        "clauseHeading",
        "Action de plus",
        "clauseBody",
        "La mener.",
        "clauseAction",
        "1.2");
  }

  private void describe(Map<String, Object> form) {
    String task =
        tasks
            .createTaskQuery()
            .processInstanceBusinessKey(programme)
            .taskDefinitionKey("Task_DescribeAmendment")
            .singleResult()
            .getId();
    Actors.as(
        TestAgreements.COORDINATOR,
        () -> {
          tasks.complete(task, new HashMap<>(form));
          return null;
        });
  }

  private List<String> acts() {
    return ledger.of(programme).stream().map(LedgerEntry::act).toList();
  }
}
