package org.trame.agreement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.Job;
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
import org.trame.agreement.mediation.Mediation;
import org.trame.agreement.mediation.MediationOutcome;
import org.trame.agreement.mediation.Mediations;
import org.trame.calendar.Term;
import org.trame.calendar.Unit;
import org.trame.deadline.Clocks;
import org.trame.deadline.LegalClock;
import org.trame.ledger.Ledger;
import org.trame.ledger.LedgerEntry;
import org.trame.party.Person;
import org.trame.workflow.TrameClock;

/** What unblocks an agreement, on the real engine and database. */
@TrameTest
class MediationTests {

  private static final String ACTION = "1.1";

  @Autowired TestAgreements given;
  @Autowired Agreements agreements;
  @Autowired Signings signings;
  @Autowired Mediations mediations;
  @Autowired Clocks clocks;
  @Autowired Ledger ledger;
  @Autowired JdbcClient jdbc;
  @Autowired TrameClock clock;
  @Autowired ManagementService management;
  @Autowired RuntimeService runtime;

  private String programme;
  private long first;
  private long second;
  private long third;
  private long mediator;

  @BeforeEach
  void aProgramme() {
    LocaleContextHolder.setLocale(Locale.FRENCH);
    programme = given.programme("Reine–Progrès", ACTION);
    first = given.association("Première", "association");
    second = given.association("Seconde", "cpas");
    third = given.association("Boutique de droit");
    mediator = given.person(third, TestAgreements.COORDINATOR, "regie");
  }

  @AfterEach
  void realTime() {
    clock.release();
    LocaleContextHolder.resetLocaleContext();
  }

  @Test
  void aMediatorMayBringAboutTheSignatureThatWasRefused() {
    long id = refused("Jardins");
    assertThat(agreements.mayRead(given.actor("regie"), agreements.get(id))).isFalse();
    name(id, mediator);
    assertThat(agreements.mayRead(given.actor("regie"), agreements.get(id))).isTrue();

    as("regie", () -> close(id, "SIGNED", Map.of()));
    assertThat(agreements.current(id).state()).isEqualTo(AgreementVersion.State.SIGNING);
    assertThat(signings.of(agreements.current(id)))
        .as("the one given stands")
        .filteredOn(s -> s.party() == first)
        .extracting(Signature::state)
        .containsExactly(Signature.State.SIGNED);
    given.sign(id, "cpas", second);
    given.signByMunicipality(id);

    assertThat(agreements.get(id).state()).isEqualTo(Agreement.State.IN_FORCE);
    Mediation closed = mediations.of(id).get(0);
    assertThat(closed.outcome()).isEqualTo(MediationOutcome.SIGNED);
    assertThat(closed.cause()).isEqualTo(Mediation.Cause.REFUSAL);
    assertThat(acts())
        .containsSubsequence("mediation-opened", "mediator-named", "mediation-closed");
  }

  @Test
  void afterTheLimitAMediationOpensAndTheLastSignatureMayStillCome() {
    long id = delayed("Retard");
    assertThat(mediations.open(id).orElseThrow().cause()).isEqualTo(Mediation.Cause.DELAY);
    name(id, mediator);
    given.sign(id, "association", first);
    given.sign(id, "cpas", second);
    given.signByMunicipality(id);

    assertThat(agreements.get(id).state()).isEqualTo(Agreement.State.IN_FORCE);
    assertThat(given.open(id, "Task_RecordMediation")).isZero();
    assertThat(mediations.of(id).get(0).outcome()).isEqualTo(MediationOutcome.SIGNED);
    assertThat(given.open(id, "Task_Sign")).isZero();
  }

  @Test
  void theMediatorIsAThirdParty() {
    long id = refused("Tiers");
    long same = given.person(third, TestAgreements.COORDINATOR, "association");
    long official = given.person(third, TestAgreements.COORDINATOR, "region");
    long ofParty = given.personOf(first, "association");
    assertThat(mediations.candidates(id))
        .extracting(Person::id)
        .contains(mediator)
        .doesNotContain(same, official, ofParty);
    for (long person : List.of(same, official, ofParty)) {
      given.refused(() -> name(id, person), "ne fait pas partie des choix");
    }
    given.refused(
        () -> given.complete(id, "Task_NameMediator", form("NAMED", null)),
        "Choisissez le médiateur");
    assertThat(mediations.open(id).orElseThrow().mediator()).isNull();
  }

  @Test
  void theTextMayChange() {
    long id = refused("Changé");
    name(id, mediator);
    as("regie", () -> close(id, "CHANGED", Map.of()));
    AgreementVersion draft = agreements.current(id);
    assertThat(draft.state()).isEqualTo(AgreementVersion.State.DRAFT);
    assertThat(signings.of(agreements.versions(id).get(0)))
        .extracting(Signature::state)
        .containsOnly(Signature.State.VOID);
    assertThat(given.open(id, "Task_DraftAgreement")).isEqualTo(1);
  }

  @Test
  void twoAgreementsMayBecomeAJointProject() {
    long other = given.association("Troisième", "directrice");
    long joined = given.prepare(programme, TestAgreements.PARTNERSHIP, "Voisins");
    given.write(joined, "agreement-clause", "clauseHeading", "Jeux", "clauseBody", "Jouer.");
    given.put(joined, given.municipality(), "municipality");
    given.put(joined, other, "carriers");
    given.promise(joined, other, given.municipality(), "Ouvrir la plaine");
    given.freeze(joined);
    long id = refused("Ensemble");
    name(id, mediator);
    given.refused(
        () -> close(id, "JOINT_PROJECT", Map.of()), "Choisissez la convention qui rejoint");
    close(id, "JOINT_PROJECT", Map.of("joinedAgreement", String.valueOf(joined)));

    AgreementContent draft = agreements.content(agreements.current(id));
    assertThat(draft.clauses()).hasSize(2);
    assertThat(draft.parties("carriers")).containsExactlyInAnyOrder(first, second, other);
    assertThat(draft.commitments())
        .extracting(c -> c.code() + " " + c.clause() + " " + c.promise())
        .containsExactly(
            "E1 1 Tenir l’atelier", "E2 1 Remettre le rapport", "E3 2 Ouvrir la plaine");
    Agreement over = agreements.get(joined);
    assertThat(over.state()).isEqualTo(Agreement.State.ABANDONED);
    assertThat(over.mergedInto()).isEqualTo(id);
    assertThat(instances(joined)).as("its process and its signatures have ended").isZero();
    assertThat(signings.of(agreements.versions(joined).get(0)))
        .extracting(Signature::state)
        .containsOnly(Signature.State.VOID);
    assertThat(agreements.uncarried(programme)).isEmpty();
  }

  @Test
  void anOrganisationMayLeaveAndTheProgrammeSaysWhichActionsItLeaves() {
    long id = refused("Départ");
    name(id, mediator);
    given.refused(() -> close(id, "PARTNER_LEAVES", Map.of()), "Choisissez l’organisation");
    given.refused(
        () -> close(id, "CHANGED", Map.of("leavingParty", String.valueOf(second))),
        "personne ne se retire");
    close(id, "PARTNER_LEAVES", Map.of("leavingParty", String.valueOf(second)));

    assertThat(agreements.content(agreements.current(id)).parties("carriers"))
        .containsExactly(first);
    assertThat(agreements.content(agreements.current(id)).commitments())
        .extracting(DraftedCommitment::promise)
        .containsExactly("Remettre le rapport");
    assertThat(agreements.uncarried(programme)).containsExactly(new Uncarried(ACTION, id));
    given.freeze(id);
    given.sign(id, "association", first);
    given.signByMunicipality(id);
    assertThat(agreements.get(id).state()).isEqualTo(Agreement.State.IN_FORCE);
    assertThat(agreements.uncarried(programme)).as("the others carry it out").isEmpty();
  }

  @Test
  void itMayBeGivenUpAndItsActionsAreToBeEntrustedToOthers() {
    long id = refused("Rien");
    name(id, mediator);
    close(id, "ABANDONED", Map.of());
    assertThat(agreements.get(id).state()).isEqualTo(Agreement.State.ABANDONED);
    assertThat(instances(id)).isZero();
    assertThat(agreements.uncarried(programme)).containsExactly(new Uncarried(ACTION, id));
  }

  @Test
  void thePartiesMayAcceptNoMediator() {
    long revised = refused("Sans médiateur");
    given.complete(revised, "Task_NameMediator", form("NONE_REVISE", null));
    assertThat(agreements.current(revised).state()).isEqualTo(AgreementVersion.State.DRAFT);
    long over = refused("Sans suite");
    given.complete(over, "Task_NameMediator", form("NONE_ABANDON", null));
    assertThat(agreements.get(over).state()).isEqualTo(Agreement.State.ABANDONED);
    assertThat(mediations.of(over).get(0).outcome()).isEqualTo(MediationOutcome.ABANDONED);
  }

  @Test
  void itsTimeDecidesNothingAndIsExtendedOnce() {
    clock.moveTo(Instant.parse("2031-03-03T09:00:00Z"));
    long id = refused("Trop long");
    name(id, mediator);
    LegalClock limit = limit(id, "mediation");
    Term three = new Term(3, Unit.MONTH);
    Actors.as(TestAgreements.COORDINATOR, () -> clocks.extend(limit, three, "Presque d’accord"));
    LegalClock longer = limit(id, "mediation");
    assertThat(longer.dueOn()).isAfter(limit.dueOn());
    given.refused(
        () ->
            Actors.as(
                TestAgreements.COORDINATOR, () -> clocks.extend(longer, three, "Encore un peu")),
        "1");
    clock.moveTo(longer.dueOn().plusDays(20).atStartOfDay(TrameClock.BRUSSELS).toInstant());
    for (Job job : management.createJobQuery().timers().executable().list()) {
      if (given.isOf(job.getProcessInstanceId(), id)) {
        management.executeJob(job.getId());
      }
    }
    assertThat(given.open(id, "Task_RecordMediation")).isEqualTo(1);
    assertThat(mediations.open(id)).isPresent();
    assertThat(agreements.current(id).state()).isEqualTo(AgreementVersion.State.REFUSED);
  }

  @Test
  void onlyTheMediatorAndTheCoordinatorSayWhatCameOfIt() {
    long id = refused("Qui le dit");
    long colleague = given.person(third, TestAgreements.COORDINATOR, "habitant");
    assertThat(colleague).isPositive();
    name(id, mediator);
    given.refused(() -> as("habitant", () -> close(id, "SIGNED", Map.of())), "Seuls le médiateur");
    as("regie", () -> close(id, "SIGNED", Map.of()));
    long closed = mediations.of(id).get(0).id();
    assertThatThrownBy(
            () ->
                jdbc.sql("update trame.agreement_mediation set words = 'x' where id = ?")
                    .param(closed)
                    .update())
        .isInstanceOf(DataAccessException.class)
        .hasMessageContaining("is closed");
  }

  @Test
  void theDraftersMayGiveUpATextAtAnyMoment() {
    long draft = given.prepare(programme, TestAgreements.PARTNERSHIP, "Brouillon");
    given.write(draft, "agreement-give-up", "giveUpReason", "Plus d’objet");
    assertThat(agreements.get(draft).state()).isEqualTo(Agreement.State.ABANDONED);
    assertThat(instances(draft)).isZero();

    long mediated = delayed("En médiation");
    name(mediated, mediator);
    given.write(mediated, "agreement-give-up", "giveUpReason", "Plus de budget");
    assertThat(agreements.get(mediated).endReason()).isEqualTo("Plus de budget");
    assertThat(mediations.of(mediated).get(0).outcome()).isEqualTo(MediationOutcome.ABANDONED);
    assertThat(instances(mediated)).isZero();
    given.refused(
        () -> given.write(mediated, "agreement-give-up", "giveUpReason", "Encore"),
        "Vous ne pouvez pas");
  }

  /** An agreement that the second carrier refuses, and for which a mediation is asked. */
  private long refused(String title) {
    long id = sent(title);
    given.sign(id, "association", first);
    as("cpas", id, "sign-refuse", "Le budget est faux");
    given.complete(
        id,
        "Task_DecideAfterRefusal",
        Map.of("afterRefusal", "MEDIATE", "afterRefusalReason", "Demander un tiers"));
    return id;
  }

  private long sent(String title) {
    long id = given.prepare(programme, TestAgreements.PARTNERSHIP, title);
    given.write(
        id,
        "agreement-clause",
        "clauseHeading",
        "Objet",
        "clauseBody",
        "Faire ensemble.",
        "clauseAction",
        ACTION);
    given.put(id, given.municipality(), "municipality");
    given.put(id, first, "carriers");
    given.put(id, second, "carriers");
    given.promise(id, second, given.municipality(), "Tenir l’atelier");
    given.promise(id, first, given.municipality(), "Remettre le rapport");
    given.freeze(id);
    return id;
  }

  private long delayed(String title) {
    clock.moveTo(Instant.parse("2031-03-03T09:00:00Z"));
    long id = sent(title);
    LegalClock limit = limit(id, "agreement-signing");
    clock.moveTo(limit.dueOn().atTime(23, 59, 59).atZone(TrameClock.BRUSSELS).toInstant());
    Job due =
        management
            .createJobQuery()
            .processDefinitionKey("AgreementSigning")
            .timers()
            .executable()
            .list()
            .stream()
            .filter(j -> subject(j).equals(Agreement.subject(id)))
            .findFirst()
            .orElseThrow();
    management.executeJob(due.getId());
    return id;
  }

  private String subject(Job job) {
    return runtime
        .createProcessInstanceQuery()
        .processInstanceId(job.getProcessInstanceId())
        .singleResult()
        .getBusinessKey();
  }

  private LegalClock limit(long id, String step) {
    return clocks.openOf(List.of(Agreement.subject(id))).stream()
        .filter(c -> c.step().equals(step))
        .findFirst()
        .orElseThrow();
  }

  private void name(long id, long person) {
    Actors.as(
        TestAgreements.COORDINATOR,
        () -> {
          given.complete(id, "Task_NameMediator", form("NAMED", person));
          return null;
        });
  }

  private static Map<String, Object> form(String found, Long person) {
    Map<String, Object> form = new HashMap<>();
    form.put("mediatorFound", found);
    form.put("mediatorConsent", "Courriers du 3 mars");
    if (person != null) {
      form.put("mediator", String.valueOf(person));
    }
    return form;
  }

  private void close(long id, String outcome, Map<String, Object> more) {
    Map<String, Object> form = new HashMap<>(more);
    form.put("mediationResult", outcome);
    form.put("mediationWords", "Voilà ce dont nous sommes convenus");
    Actor actor = Actors.current().isSystem() ? TestAgreements.COORDINATOR : Actors.current();
    Actors.as(
        actor,
        () -> {
          given.complete(id, "Task_RecordMediation", form);
          return null;
        });
  }

  private void as(String account, Runnable work) {
    Actors.as(
        given.actor(account),
        () -> {
          work.run();
          return null;
        });
  }

  private void as(String account, long id, String edit, String reason) {
    Actor actor = given.actor(account);
    long party = given.partyOf(id, account);
    given.make(actor, id, edit, "onBehalfOf", String.valueOf(party), "refusalReason", reason);
  }

  private long instances(long id) {
    return runtime
        .createProcessInstanceQuery()
        .processInstanceBusinessKey(Agreement.subject(id))
        .count();
  }

  private List<String> acts() {
    return ledger.of(programme).stream().map(LedgerEntry::act).toList();
  }
}
