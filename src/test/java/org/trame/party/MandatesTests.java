package org.trame.party;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
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
import org.trame.input.Refusal;
import org.trame.language.Messages;
import org.trame.ledger.Ledger;
import org.trame.ledger.LedgerEntry;
import org.trame.workflow.OpenTask;
import org.trame.workflow.TrameClock;
import org.trame.workflow.Workflows;

/** Who may act for an organisation, on the real database and engine. */
@TrameTest
class MandatesTests {

  private static final LocalDate TODAY = LocalDate.of(2031, 3, 3);
  private static final LocalDate LAST = LocalDate.of(2031, 12, 31);

  @Autowired Parties parties;
  @Autowired Mandates mandates;
  @Autowired Handovers handovers;
  @Autowired Workflows workflows;
  @Autowired TaskService tasks;
  @Autowired Ledger ledger;
  @Autowired Messages messages;
  @Autowired JdbcClient jdbc;
  @Autowired TrameClock clock;

  private long party;
  private long chair;
  private long deputy;

  @BeforeEach
  void anAssociation() {
    at(TODAY);
    LocaleContextHolder.setLocale(Locale.FRENCH);
    party = TestParties.open(parties, "Association des mandats");
    chair = TestParties.person(parties, party, "Présidente", "association");
    deputy = TestParties.person(parties, party, "Suppléant", null);
  }

  @AfterEach
  void realTime() {
    LocaleContextHolder.resetLocaleContext();
    clock.release();
  }

  @Test
  void aMandateHoldsForItsPowerPeriodAndAmountAndOtherwiseSaysWhyNot() {
    refused(() -> sign(TODAY, null), "Aucun mandat n’est inscrit pour cette personne");
    long id = grant(TestParties.signing(chair, TODAY.plusDays(7), LAST, "5000.00"));

    assertThat(sign(LAST, "5000.00").id()).isEqualTo(id);
    assertThat(sign(TODAY.plusDays(7), null).person().name()).isEqualTo("Présidente");
    assertThat(
            mandates.valid(mandates.find(id).orElseThrow().person(), party, Power.SIGN, LAST, null))
        .extracting(Mandate::id)
        .isEqualTo(id);
    refused(
        () -> sign(TODAY, null), "ne commence que le 10/03/2031 ; il ne vaut pas le 03/03/2031");
    refused(() -> sign(LAST.plusDays(1), null), "a expiré le 31/12/2031");
    refused(() -> sign(LAST, "5000.01"), "ne va pas jusqu’à 5 000,01 € : son plafond est de 5 000");
    refused(
        () -> mandates.valid("association", party, Power.DECIDE, LAST, null),
        "ne donne pas le pouvoir de décider");
    refused(() -> mandates.valid("habitant", party, Power.SIGN, LAST, null), "Aucun mandat");
  }

  @Test
  void aMandateThatIsEndedHoldsNoMoreNorDoWhatDerivesFromIt() {
    long id = grant(TestParties.signing(chair, TODAY, LAST, null));
    long derived = delegate(id, TestParties.signing(deputy, TODAY, LAST, "100.00"));
    LocalDate day = TODAY.plusDays(30);
    refused(() -> end(id, TODAY.minusDays(1)), "dans le passé");
    refused(() -> end(id, LAST.plusDays(1)), "de lui-même");
    end(id, day);

    assertThat(sign(day.minusDays(1), null).id()).isEqualTo(id);
    refused(() -> sign(day, null), "Il a été mis fin au mandat", "02/04/2031 : Démission");
    assertThat(mandates.find(derived).orElseThrow().on(day)).isEqualTo(Mandate.State.ENDED);
    refused(() -> end(id, day), "déjà pris fin");
    assertThat(acts()).endsWith("party-mandate-ended", "party-mandate-ended");
  }

  @Test
  void aDelegationIsNeverWiderNorDelegatedAgainUnlessAllowed() {
    long id = grant(TestParties.signing(chair, TODAY, LAST, "5000.00"));
    refused(() -> delegate(id, TestParties.signing(deputy, TODAY, LAST, "5000.01")), "le plafond");
    refused(() -> delegate(id, TestParties.signing(deputy, TODAY, LAST, null)), "le plafond");
    refused(() -> delegate(id, TestParties.signing(deputy, TODAY, null, "1.00")), "la période");
    refused(
        () -> delegate(id, TestParties.signing(chair, TODAY, LAST, "1.00")), "ne se délègue pas");
    GrantMandate deciding = with(TestParties.signing(deputy, TODAY, LAST, "1.00"), true, true);
    refused(() -> delegate(id, deciding), "aucun pouvoir que");

    long derived =
        delegate(id, with(TestParties.signing(deputy, TODAY, LAST, "5000.00"), false, false));
    refused(
        () -> delegate(derived, TestParties.signing(chair, TODAY, LAST, "1.00")),
        "ne permet pas de le déléguer");
    assertThat(mandates.find(derived).orElseThrow().derivedFrom()).isEqualTo(id);
  }

  @Test
  void theDatabaseRefusesWhatTheServiceWould() {
    long id = grant(TestParties.signing(chair, TODAY, LAST, "5000.00"));
    assertThatThrownBy(() -> insert(deputy, "'2031-12-31'", "5000.01", id, "SIGN"))
        .isInstanceOf(DataAccessException.class);
    assertThatThrownBy(() -> insert(deputy, "null", "1", id, "SIGN"))
        .isInstanceOf(DataAccessException.class);
    assertThatThrownBy(() -> insert(deputy, "'2031-12-31'", "1", id, "DECIDE"))
        .isInstanceOf(DataAccessException.class);
    assertThatThrownBy(() -> insert(deputy, "'2031-12-31'", "1", null, "PAY"))
        .isInstanceOf(DataAccessException.class);
    insert(deputy, "'2031-12-31'", "5000", id, "SIGN");
    assertThatThrownBy(
            () -> jdbc.sql("update trame.mandate set ceiling = 9 where id = ?").param(id).update())
        .isInstanceOf(DataAccessException.class);
    assertThatThrownBy(
            () ->
                jdbc.sql("update trame.party set enterprise_number = '0123456748' where id = ?")
                    .param(party)
                    .update())
        .isInstanceOf(DataAccessException.class);
  }

  private void insert(long person, String to, String ceiling, Long source, String power) {
    jdbc.sql(
            "insert into trame.mandate (party, person, powers, from_day, to_day, ceiling,"
                + " act_reference, act_day, delegable, derived_from, registered_on) values (?, ?,"
                + " array['"
                + power
                + "'], '2031-03-03', "
                + to
                + ", "
                + ceiling
                + ", 'acte', '2031-03-01', false, "
                + source
                + ", '2031-03-03')")
        .params(party, person)
        .update();
  }

  @Test
  void anImpossibleMandateIsRefusedAtItsFields() {
    GrantMandate none =
        new GrantMandate(
            String.valueOf(chair),
            false,
            false,
            false,
            TODAY,
            TODAY.minusDays(1),
            BigDecimal.ZERO,
            "acte",
            TODAY.plusDays(1),
            false);
    assertThatThrownBy(() -> grant(none))
        .isInstanceOfSatisfying(
            Refusal.class,
            refusal ->
                assertThat(refusal.violations())
                    .extracting(v -> v.field())
                    .containsExactly("maySign", "validTo", "actDay", "mandateCeiling"));
  }

  @Test
  void anOrganisationIsRegisteredOnceByWhoKeepsIt() {
    String number = TestParties.number().toString();
    as(TestParties.COORDINATOR, () -> parties.open(TestParties.association("Une", number)));
    refused(() -> openAs(TestParties.COORDINATOR, "Deux", number), "déjà inscrite sous le numéro");
    refused(() -> openAs(TestParties.COORDINATOR, "Trois", "0123.456.748"), "n’est pas un numéro");
    refused(() -> openAs(TestParties.COORDINATOR, "Quatre", null), "a un numéro d’entreprise");
    Actor elsewhere = new Actor("autre", List.of("coordinator-21005"));
    String free = TestParties.number().toString();
    refused(() -> openAs(elsewhere, "Cinq", free), "de votre commune");
    refused(() -> openAs(TestParties.REGION, "Six", free), "de votre commune");
    refused(() -> local(Party.Kind.OTHER, "99999"), "le code NIS « 99999 »");
    refused(() -> local(Party.Kind.CPAS, null), "le code NIS de sa commune");
    refused(() -> local(Party.Kind.REGION, "21009"), "n’a pas de code NIS");
    if (jdbc.sql("select count(*) from trame.party where nis = '21009' and kind = 'CPAS'")
            .query(Long.class)
            .single()
        == 0) {
      local(Party.Kind.CPAS, "21009");
    }
    refused(() -> local(Party.Kind.CPAS, "21009"), "a déjà une organisation");
    refused(() -> TestParties.person(parties, party, "Encore", "association"), "est déjà inscrit");
    refused(() -> TestParties.person(parties, party, "Inconnue", "inconnue"), "Aucun compte");
    refused(() -> as(TestParties.REGION, () -> mandates.grant(party, signing())), "pas par vous");
  }

  private GrantMandate signing() {
    return TestParties.signing(chair, TODAY, LAST, null);
  }

  private void openAs(Actor actor, String name, String number) {
    as(actor, () -> parties.open(TestParties.association(name, number)));
  }

  private void local(Party.Kind kind, String nis) {
    OpenParty form =
        new OpenParty(kind, nis, null, "Locale", "Lokaal", "Ixelles", "a@essai.example");
    as(TestParties.COORDINATOR, () -> parties.open(form));
  }

  @Test
  void aMandateThatEndsIsHandedOverOnce() {
    long id = grant(signing());
    assertThat(look()).isZero();
    at(LAST.minusDays(61));
    assertThat(look()).isZero();
    at(LAST.minusDays(60));
    assertThat(look()).isEqualTo(1);
    assertThat(look()).isZero();

    String subject = Party.subject(party);
    assertThat(workflows.openTasks(subject))
        .singleElement()
        .satisfies(
            task ->
                assertThat(task.groups())
                    .containsExactlyInAnyOrder("coordinator-21009", "department-head-21009"));
    assertThat(handovers.of(party)).extracting(Handover::doneOn).containsOnlyNulls();
    refusedByEngine(
        () -> complete(Map.of("handoverTo", String.valueOf(chair), "handoverNote", "Tout.")),
        "ne peut reprendre lui-même");
    refusedByEngine(() -> complete(Map.of("handoverTo", String.valueOf(deputy))), "Note");
    complete(Map.of("handoverTo", String.valueOf(deputy), "handoverNote", "Tout est classé."));

    assertThat(workflows.runs("Handover", subject)).isFalse();
    assertThat(handovers.of(party))
        .singleElement()
        .satisfies(
            h -> {
              assertThat(h.mandate()).isEqualTo(id);
              assertThat(h.successor()).isEqualTo("Suppléant");
              assertThat(h.note()).isEqualTo("Tout est classé.");
            });
    assertThat(acts()).endsWith("handover-asked", "handover-done");
  }

  private int look() {
    return handovers.look(subject -> subject.equals(Party.subject(party)));
  }

  private void complete(Map<String, Object> values) {
    OpenTask task = workflows.openTasks(Party.subject(party)).get(0);
    Task open = tasks.createTaskQuery().taskId(task.id()).singleResult();
    as(
        TestParties.COORDINATOR,
        () -> {
          tasks.complete(open.getId(), values);
          return null;
        });
  }

  @Test
  void onePersonAloneIsCountedAsSuchUntilThereIsADeputy() {
    long id = grant(signing());
    assertThat(holders())
        .isEqualTo(Map.of(Power.SIGN, 1L, Power.GIVE_OPINION, 0L, Power.DECIDE, 0L));
    delegate(id, TestParties.signing(deputy, TODAY, LAST, null));
    assertThat(holders()).containsEntry(Power.SIGN, 2L);
    at(LAST.plusDays(1));
    assertThat(holders()).containsEntry(Power.SIGN, 0L);
  }

  @Test
  void aMunicipalityNeedsTwoToSignSoOnlyTheThirdIsADeputy() {
    Party association = parties.find(party).orElseThrow();
    assertThat(mandates.withoutDeputy(association, Power.SIGN, 1)).isTrue();
    assertThat(mandates.withoutDeputy(association, Power.SIGN, 2)).isFalse();
    Party municipality =
        new Party(
            0,
            Party.Kind.MUNICIPALITY,
            association.nis(),
            association.region(),
            null,
            "Commune",
            "Gemeente",
            "Place 1",
            "a@b.example");
    assertThat(mandates.withoutDeputy(municipality, Power.SIGN, 2)).isTrue();
    assertThat(mandates.withoutDeputy(municipality, Power.SIGN, 3)).isFalse();
    assertThat(mandates.withoutDeputy(municipality, Power.DECIDE, 2)).isFalse();
    assertThat(mandates.withoutDeputy(municipality, Power.SIGN, 0)).as("a blank").isFalse();
  }

  private Map<Power, Long> holders() {
    return mandates.holders(List.of(party)).get(party);
  }

  private Mandate sign(LocalDate day, String amount) {
    return mandates.valid(
        "association", party, Power.SIGN, day, amount == null ? null : new BigDecimal(amount));
  }

  private long grant(GrantMandate form) {
    return as(TestParties.COORDINATOR, () -> mandates.grant(party, form));
  }

  private long delegate(long source, GrantMandate form) {
    DelegateMandate delegation =
        new DelegateMandate(
            String.valueOf(source),
            form.mandatePerson(),
            form.maySign(),
            form.mayGiveOpinion(),
            form.mayDecide(),
            form.validFrom(),
            form.validTo(),
            form.mandateCeiling(),
            form.actReference(),
            form.actDay(),
            form.delegable());
    return as(TestParties.COORDINATOR, () -> mandates.delegate(party, delegation));
  }

  private static GrantMandate with(GrantMandate form, boolean deciding, boolean delegable) {
    return new GrantMandate(
        form.mandatePerson(),
        form.maySign(),
        form.mayGiveOpinion(),
        deciding,
        form.validFrom(),
        form.validTo(),
        form.mandateCeiling(),
        form.actReference(),
        form.actDay(),
        delegable);
  }

  private void end(long mandate, LocalDate on) {
    as(
        TestParties.COORDINATOR,
        () -> {
          mandates.end(party, new EndMandate(String.valueOf(mandate), on, "Démission"));
          return null;
        });
  }

  private List<String> acts() {
    return ledger.of(Party.subject(party)).stream().map(LedgerEntry::act).toList();
  }

  private void refused(ThrowingCallable work, String... words) {
    assertThatThrownBy(work)
        .isInstanceOfSatisfying(
            Refusal.class,
            refusal ->
                assertThat(messages.say(refusal).replaceAll("[\u00a0\u202f]", " "))
                    .contains(words));
  }

  private void refusedByEngine(ThrowingCallable work, String words) {
    assertThatThrownBy(work).hasMessageContaining(words);
  }

  private static <T> T as(Actor actor, Supplier<T> work) {
    return Actors.as(actor, work);
  }

  private void at(LocalDate day) {
    clock.moveTo(day.atTime(9, 0).atZone(TrameClock.BRUSSELS).toInstant());
  }
}
