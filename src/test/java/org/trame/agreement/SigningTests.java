package org.trame.agreement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.trame.TrameTest;
import org.trame.access.Actor;
import org.trame.access.Actors;
import org.trame.ledger.Ledger;
import org.trame.ledger.LedgerEntry;
import org.trame.party.EndMandate;
import org.trame.party.Mandates;

/** Who signs an agreement, when and how, on the real engine and database. */
@TrameTest
class SigningTests {

  @Autowired TestAgreements given;
  @Autowired Agreements agreements;
  @Autowired Signings signings;
  @Autowired Mandates mandates;
  @Autowired Ledger ledger;
  @Autowired JdbcClient jdbc;

  private String programme;
  private long first;
  private long second;

  @BeforeEach
  void aProgramme() {
    LocaleContextHolder.setLocale(Locale.FRENCH);
    programme = given.programme("Reine–Progrès");
    first = given.association("Première", "association");
    second = given.association("Seconde", "cpas");
  }

  @AfterEach
  void french() {
    LocaleContextHolder.resetLocaleContext();
  }

  @Test
  void theCarriersSignFirstThenMayorAndSecretaryAndThenItIsInForce() {
    long id = given.sent(programme, "Jardins", first, second);
    assertThat(given.open(id, "Task_Sign")).isEqualTo(2);
    given.refused(() -> given.sign(id, "echevin", given.municipality()), "pas encore le tour");

    given.sign(id, "association", first);
    given.sign(id, "cpas", second);
    assertThat(given.open(id, "Task_Sign")).as("mayor and secretary").isEqualTo(2);
    given.sign(id, "echevin", given.municipality());
    assertThat(agreements.get(id).state()).isEqualTo(Agreement.State.OPEN);
    given.sign(id, "secretaire", given.municipality());

    assertThat(agreements.get(id).state()).isEqualTo(Agreement.State.IN_FORCE);
    AgreementVersion version = agreements.inForce(id).orElseThrow();
    assertThat(signings.of(version))
        .allSatisfy(
            s -> {
              assertThat(s.state()).isEqualTo(Signature.State.SIGNED);
              assertThat(s.sha256()).isEqualTo(version.sha256());
              assertThat(s.mandate()).isNotNull();
            });
    assertThat(version.sha256()).isEqualTo(AgreementText.sha256(version.text()));
    assertThat(given.open(id, "Task_Sign")).isZero();
    assertThat(acts()).endsWith("agreement-signed", "agreement-in-force");
    assertThat(Assents.of(signings.of(version), List.of()).explicit()).isEqualTo(4);
  }

  @Test
  void theMayorDoesNotSignForTheSecretaryNorAnybodyForTwoParties() {
    long id = given.sent(programme, "Double", first);
    given.sign(id, "association", first);
    given.sign(id, "echevin", given.municipality());
    given.refused(
        () -> given.sign(id, "echevin", given.municipality()), "personne ne signe deux fois");

    long twice = given.association("Chez le même", "association");
    long both = given.sent(programme, "Deux parties", first, twice);
    given.sign(both, "association", first);
    given.refused(() -> given.sign(both, "association", twice), "ni pour deux parties");
  }

  @Test
  void aSignatureNeedsThePassword() {
    long careful = given.association("Prudente", "directrice");
    long id = given.sent(programme, "Précautions", careful);
    Actor chair = given.actor("directrice");
    String hash = agreements.current(id).sha256();
    given.refused(() -> electronically(chair, id, careful, hash, "faux"), "pas le vôtre");
    given.refused(() -> electronically(chair, id, careful, hash, "directrice"), "pas le vôtre");
    Actor stranger = given.actor("cpas");
    given.refused(() -> electronically(stranger, id, careful, hash, "cpas"), "Vous ne pouvez pas");
    assertThat(signings.find(given.awaited(id, careful)).orElseThrow().state())
        .isEqualTo(Signature.State.AWAITED);
  }

  @Test
  void aSignatureNeedsAMandateOfToday() {
    long id = given.sent(programme, "Mandat", first);
    long ended = mandates.of(first).get(0).id();
    EndMandate end = new EndMandate(String.valueOf(ended), given.today(), "Démission");
    Actors.as(
        TestAgreements.COORDINATOR,
        () -> {
          mandates.end(first, end);
          return null;
        });
    given.refused(() -> given.sign(id, "association", first), "Il a été mis fin au mandat");
  }

  @Test
  void whoComesTwiceIsToldSo() {
    long id = given.sent(programme, "Double clic", first);
    given.sign(id, "association", first);
    given.refused(() -> given.sign(id, "association", first), "a déjà répondu");
    given.signByMunicipality(id);
    given.refused(() -> given.sign(id, "association", first), "a déjà répondu");
  }

  private void electronically(Actor actor, long id, long party, String hash, String password) {
    given.make(
        actor,
        id,
        "sign-electronically",
        "onBehalfOf",
        String.valueOf(party),
        "shownSha256",
        hash,
        "password",
        password);
  }

  @Test
  void theCeilingOfAMandateHoldsForTheAmountOfTheAgreement() {
    long modest = given.association("Modeste");
    long person = given.person(modest, TestAgreements.COORDINATOR, "habitant");
    given.mandate(modest, TestAgreements.COORDINATOR, person, null, new BigDecimal("5000.00"));
    long id = given.prepare(programme, TestAgreements.PARTNERSHIP, "Chère");
    given.write(id, "agreement-clause", "clauseHeading", "Objet", "clauseBody", "Payer.");
    given.write(id, "agreement-terms", "agreementTitle", "Chère", "agreementAmount", "5000,01");
    given.put(id, given.municipality(), "municipality");
    given.put(id, modest, "carriers");
    given.freeze(id);
    given.refused(() -> given.sign(id, "habitant", modest), "ne va pas jusqu’à 5 000,01 €");
  }

  @Test
  void aRefusalGoesBackToTheDraftersAndANewTextMakesTheOldSignaturesVoid() {
    long id = given.sent(programme, "Refusée", first, second);
    given.sign(id, "association", first);
    given.refused(
        () ->
            given.make(
                given.actor("cpas"), id, "sign-refuse", "onBehalfOf", String.valueOf(second)),
        "requis");
    given.make(
        given.actor("cpas"),
        id,
        "sign-refuse",
        "onBehalfOf",
        String.valueOf(second),
        "refusalReason",
        "Le budget est faux");
    assertThat(agreements.current(id).state()).isEqualTo(AgreementVersion.State.REFUSED);
    assertThat(given.open(id, "Task_Sign")).isZero();
    given.complete(
        id,
        "Task_DecideAfterRefusal",
        Map.of("afterRefusal", "REVISE", "afterRefusalReason", "Budget corrigé"));

    AgreementVersion draft = agreements.current(id);
    assertThat(draft.number()).isEqualTo(2);
    assertThat(draft.state()).isEqualTo(AgreementVersion.State.DRAFT);
    AgreementVersion before = agreements.versions(id).get(0);
    assertThat(before.voidReason()).isEqualTo("Budget corrigé");
    assertThat(signings.of(before)).extracting(Signature::state).containsOnly(Signature.State.VOID);
    given.write(
        id, "agreement-clause", "id", "1", "clauseHeading", "Objet", "clauseBody", "Autrement.");
    given.freeze(id);
    assertThat(agreements.current(id).sha256()).isNotEqualTo(before.sha256());
    given.sign(id, "association", first);
    given.sign(id, "cpas", second);
    given.signByMunicipality(id);
    assertThat(agreements.get(id).state()).isEqualTo(Agreement.State.IN_FORCE);
  }

  @Test
  void aTextThatIsTakenBackVoidsWhatWasSignedAndSaysSo() {
    long id = given.sent(programme, "Reprise", first, second);
    given.sign(id, "association", first);
    String hash = agreements.current(id).sha256();
    given.make(
        TestAgreements.COORDINATOR, id, "agreement-take-back", "takeBackReason", "Une coquille");
    assertThat(acts()).contains("agreement-signatures-void");
    assertThat(given.task(id, "Task_DraftAgreement")).isNotNull();
    assertThat(given.open(id, "Task_Sign")).isZero();
    Actor late = given.actor("cpas");
    given.refused(
        () -> electronically(late, id, second, hash, "cpas"), "plus demandée : Une coquille");
    given.write(
        id, "agreement-clause", "id", "1", "clauseHeading", "Objet", "clauseBody", "Corrigé.");
    given.freeze(id);
    given.refused(
        () -> electronically(late, id, second, hash, "cpas"),
        "Le texte a changé depuis que vous l’avez lu : la version 2");
    given.sign(id, "cpas", second);
  }

  @Test
  void twoOfThreeAreEnoughWhereTheGroupSaysSo() {
    long third = given.association("Troisième", "habitant");
    long id = given.prepare(programme, TestAgreements.PARTNERSHIP, "Deux sur trois");
    given.write(id, "agreement-clause", "clauseHeading", "Objet", "clauseBody", "Ensemble.");
    given.write(
        id,
        "agreement-group",
        "groupLabelFr",
        "Riverains",
        "groupLabelNl",
        "Buren",
        "groupCapacity",
        "SIGNATORY",
        "groupRank",
        "1",
        "groupNeeded",
        "2",
        "groupSigners",
        "1",
        "silenceAgrees",
        "false");
    given.refused(() -> given.freeze(id), "n’a pas d’organisation");
    given.put(id, given.municipality(), "municipality");
    given.put(id, given.association("Porteur", "evaluateur"), "carriers");
    given.put(id, first, "own-1");
    given.refused(() -> given.freeze(id), "demande 2 organisations ; il en a 1");
    given.put(id, second, "own-1");
    given.put(id, third, "own-1");
    given.freeze(id);

    given.make(
        given.actor("habitant"),
        id,
        "sign-refuse",
        "onBehalfOf",
        String.valueOf(third),
        "refusalReason",
        "Pas intéressé");
    assertThat(agreements.current(id).state()).isEqualTo(AgreementVersion.State.SIGNING);
    given.sign(id, "association", first);
    given.sign(id, "cpas", second);
    assertThat(given.open(id, "Task_Sign")).isEqualTo(1);
  }

  @Test
  void onceEnoughHaveSignedTheOthersAreNotAwaitedAnyMore() {
    long id = given.prepare(programme, TestAgreements.PARTNERSHIP, "Un sur deux");
    given.write(id, "agreement-clause", "clauseHeading", "Objet", "clauseBody", "Ensemble.");
    given.write(
        id,
        "agreement-group",
        "groupLabelFr",
        "Riverains",
        "groupLabelNl",
        "Buren",
        "groupCapacity",
        "SIGNATORY",
        "groupRank",
        "1",
        "groupNeeded",
        "1",
        "groupSigners",
        "1",
        "silenceAgrees",
        "false");
    given.put(id, given.municipality(), "municipality");
    given.put(id, given.association("Porteur", "evaluateur"), "carriers");
    given.put(id, first, "own-1");
    given.put(id, second, "own-1");
    given.freeze(id);
    given.sign(id, "association", first);
    assertThat(signings.find(given.awaited(id, second)).orElseThrow().state())
        .isEqualTo(Signature.State.NOT_NEEDED);
    given.refused(() -> given.sign(id, "cpas", second), "plus nécessaire");
    assertThat(given.open(id, "Task_Sign")).isEqualTo(1);
  }

  @Test
  void whoIsAskedLetsAColleagueSignWithinTheOwnMandate() {
    long person = given.person(first, TestAgreements.COORDINATOR, "habitant");
    long id = given.sent(programme, "Déléguée", first);
    given.refused(() -> given.sign(id, "habitant", first), "Aucun mandat n’est inscrit");
    Actor chair = given.actor("association");
    given.refused(
        () -> delegate(chair, id, person, given.today().minusDays(1)), "précède le premier");
    delegate(chair, id, person, given.today().plusDays(30));
    given.sign(id, "habitant", first);
    assertThat(signings.find(given.awaited(id, first)).orElseThrow().mandate())
        .isEqualTo(
            mandates.of(first).stream()
                .filter(m -> m.derivedFrom() != null)
                .findFirst()
                .orElseThrow()
                .id());
    assertThat(acts()).contains("agreement-delegated");
  }

  private void delegate(Actor actor, long id, long person, LocalDate until) {
    given.make(
        actor,
        id,
        "sign-delegate",
        "onBehalfOf",
        String.valueOf(first),
        "mandatePerson",
        String.valueOf(person),
        "validTo",
        until.toString(),
        "actReference",
        "CA 9");
  }

  @Test
  void theTaskItselfDoesNotSign() {
    long id = given.sent(programme, "Par la tâche", first);
    given.refused(() -> given.complete(id, "Task_Sign", Map.of()), "Signez ou refusez sur la page");
  }

  @Test
  void theDatabaseKeepsWhatWasSigned() {
    long id = given.sent(programme, "Gardée", first);
    given.sign(id, "association", first);
    long signature = given.awaited(id, first);
    denied("update trame.agreement_signature set human = 'x' where id = " + signature);
    denied("delete from trame.agreement_signature where id = " + signature);
    denied("update trame.agreement_clause set body = 'x' where agreement = " + id);
    denied("update trame.agreement_version set title = 'x' where agreement = " + id);
    denied("insert into trame.agreement_party values (" + id + ", 1, " + second + ", 'carriers')");
  }

  private void denied(String sql) {
    assertThatThrownBy(() -> jdbc.sql(sql).update()).isInstanceOf(DataAccessException.class);
  }

  @Test
  void aReminderLeavesOnceADay() {
    long id = given.sent(programme, "Rappelée", first);
    given.make(TestAgreements.COORDINATOR, id, "sign-remind");
    given.refused(
        () -> given.make(TestAgreements.COORDINATOR, id, "sign-remind"), "déjà parti aujourd’hui");
    assertThat(signings.find(given.awaited(id, first)).orElseThrow().remindedOn())
        .isEqualTo(LocalDate.now());
  }

  private List<String> acts() {
    return ledger.of(programme).stream().map(LedgerEntry::act).toList();
  }
}
