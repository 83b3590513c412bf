package org.trame.localpractice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import java.util.stream.StreamSupport;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.trame.Rest;
import org.trame.TestProgrammes;
import org.trame.TrameTest;
import org.trame.access.Actor;
import org.trame.access.Actors;
import org.trame.calendar.Term;
import org.trame.calendar.Unit;
import org.trame.deadline.Clocks;
import org.trame.deadline.LegalClock;
import org.trame.deadline.Place;
import org.trame.deadline.TimeLimit;
import org.trame.input.Refusal;
import org.trame.language.Messages;
import org.trame.ledger.Ledger;
import org.trame.ledger.LedgerEntry;
import org.trame.workflow.TrameClock;

/** Ixelles and the Region change what is theirs; nobody changes the law. */
@TrameTest
class LimitChangesTests {

  private static final String REGIME = "contrat-de-quartier";

  /** Steps whose dates no other test looks at in these years. */
  private static final String MUNICIPAL = "commission-rules";

  private static final String REGIONAL = "completeness-check";
  private static final String LAW = "elaboration";

  private static final Place ETTERBEEK = new Place(REGIME, "21005", "BRUSSELS");
  private static final Place JETTE = new Place(REGIME, "21010", "BRUSSELS");
  private static final Place FOREST = new Place(REGIME, "21007", "BRUSSELS");
  private static final Place REGION = new Place(REGIME, null, "BRUSSELS");

  @LocalServerPort int port;
  @Autowired LocalLimits limits;
  @Autowired Clocks clocks;
  @Autowired TestProgrammes programmes;
  @Autowired Ledger ledger;
  @Autowired Messages messages;
  @Autowired JdbcClient jdbc;
  @Autowired TrameClock clock;

  @BeforeEach
  void aDay() {
    at("2071-03-02");
  }

  @AfterEach
  void everythingAsBefore() {
    clock.release();
    jdbc.sql("alter table trame.limit_change disable trigger user").update();
    jdbc.sql(
            "delete from trame.limit_change where place in ('21005', '21010', '21007', 'BRUSSELS')")
        .update();
    jdbc.sql("alter table trame.limit_change enable trigger user").update();
  }

  @Test
  void aClockThatStartsFollowsTheChangeAndOneThatRunsKeepsItsRule() {
    String subject = programmes.bare("Délais d’Etterbeek", "21005");
    LegalClock before = start(subject, "one");
    assertThat(before.limit().term()).isEqualTo(new Term(30, Unit.DAY));
    assertThat(before.dueOn()).isEqualTo("2071-04-01");

    as(coordinator("21005"), () -> change(ETTERBEEK, MUNICIPAL, 45, "10, 2", "Vacances"));

    LegalClock after = start(subject, "two");
    assertThat(after.dueOn()).isEqualTo("2071-04-16");
    assertThat(after.limit().warnings())
        .containsExactly(
            new TimeLimit.Rung(2, TimeLimit.HOLDER), new TimeLimit.Rung(10, TimeLimit.HOLDER));
    assertThat(after.limit().source())
        .isEqualTo("Pratique locale de la commune depuis le 02/03/2071 : Vacances");
    assertThat(after.limit().source(Locale.forLanguageTag("nl")))
        .isEqualTo("Lokale praktijk van de gemeente sinds 02/03/2071: Vacances");
    assertThat(clocks.get(before.id()).orElseThrow().dueOn())
        .as("the clock that runs keeps its rule")
        .isEqualTo("2071-04-01");
    assertThat(clocks.start(REGIME, subject, MUNICIPAL, "three", LocalDate.of(2071, 2, 27)).dueOn())
        .as("the act came before the change")
        .isEqualTo("2071-03-30");
    assertThat(start(programmes.bare("Délais de Forest", "21007"), "one").dueOn())
        .as("another municipality has the table’s")
        .isEqualTo("2071-04-01");
  }

  @Test
  void theLastChangeIsInForceAndTheTableCanBeAgain() {
    as(alderman("21005"), () -> change(ETTERBEEK, MUNICIPAL, 45, "", "Trop court"));
    at("2071-05-04");
    as(head("21005"), () -> change(ETTERBEEK, MUNICIPAL, 20, "3", "Trop long"));
    at("2071-06-01");
    as(coordinator("21005"), () -> reset(ETTERBEEK, MUNICIPAL, "Comme les autres"));

    LimitInForce now = limits.one(ETTERBEEK, MUNICIPAL);
    assertThat(now.changed()).isFalse();
    assertThat(now.history())
        .extracting(LimitChange::since, LimitChange::by, LimitChange::term, LimitChange::reason)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple(
                LocalDate.of(2071, 3, 2), "alderman", new Term(45, Unit.DAY), "Trop court"),
            org.assertj.core.groups.Tuple.tuple(
                LocalDate.of(2071, 5, 4), "department-head", new Term(20, Unit.DAY), "Trop long"),
            org.assertj.core.groups.Tuple.tuple(
                LocalDate.of(2071, 6, 1), "coordinator", null, "Comme les autres"));
    TimeLimit table = now.table();
    assertThat(limits.changed(table, ETTERBEEK, LocalDate.of(2071, 3, 1))).isEmpty();
    assertThat(limits.changed(table, ETTERBEEK, LocalDate.of(2071, 5, 3)).orElseThrow().term())
        .isEqualTo(new Term(45, Unit.DAY));
    assertThat(limits.changed(table, ETTERBEEK, LocalDate.of(2071, 5, 4)).orElseThrow().term())
        .isEqualTo(new Term(20, Unit.DAY));
    assertThat(limits.changed(table, ETTERBEEK, LocalDate.of(2071, 6, 1))).isEmpty();
  }

  @Test
  void whatTheRegionChangesHoldsForItsMunicipalities() {
    as(
        person("region-director-brussels"),
        () -> change(REGION, REGIONAL, 20, "3", "Peu de personnel"));
    assertThat(limits.one(JETTE, REGIONAL).rule().term()).isEqualTo(new Term(20, Unit.DAY));
    assertThat(limits.one(JETTE, REGIONAL).rule().source()).contains("de la Région");
    assertThat(limits.one(JETTE, MUNICIPAL).changed()).isFalse();
    assertThat(limits.one(new Place(REGIME, "52011", "WALLONIA"), REGIONAL).changed())
        .as("another Region")
        .isFalse();
    assertThat(ledger.of("region-brussels"))
        .last()
        .satisfies(e -> assertThat(e.act()).isEqualTo("limit-changed"));
  }

  @Test
  void everyChangeIsInTheLedgerOfThePlace() {
    as(coordinator("21010"), () -> change(JETTE, MUNICIPAL, 45, "10, 3", "Vacances"));
    as(coordinator("21010"), () -> reset(JETTE, MUNICIPAL, "Essai terminé"));
    List<LedgerEntry> acts = ledger.of("commune-21010");
    assertThat(acts.subList(acts.size() - 2, acts.size()))
        .extracting(e -> messages.sayNamed("act." + e.act(), e.details()))
        .containsExactly(
            "Délai changé : adopter le règlement de la commission, 45 jours au lieu de 30 jours."
                + " Motif : Vacances",
            "Délai revenu à la valeur de la table : adopter le règlement de la commission, 30"
                + " jours. Motif : Essai terminé");
  }

  @Test
  void theLawIsNobodysToChange() {
    for (Actor actor : List.of(coordinator("21005"), person("region-director-brussels"))) {
      assertThat(refused(() -> as(actor, () -> change(ETTERBEEK, LAW, 12, "", "Trop court"))))
          .contains("fixé par un texte")
          .contains("Ordonnance du 7 octobre 1993, art. 5, § 3");
    }
  }

  @Test
  void everybodyChangesOnlyWhatIsHis() {
    List<Actor> notOfEtterbeek =
        List.of(
            coordinator("21010"),
            person("region-director-brussels"),
            person("council-secretary-21005"),
            person("commission-member-21005"),
            person("auditor"),
            person("camunda-admin"));
    for (Actor actor : notOfEtterbeek) {
      assertThat(refused(() -> as(actor, () -> change(ETTERBEEK, MUNICIPAL, 45, "", "Non"))))
          .as(actor.userId())
          .contains("se change par la commune");
    }
    for (Actor actor :
        List.of(
            coordinator("21005"),
            person("region-director-wallonia"),
            person("region-decider-brussels"))) {
      assertThat(refused(() -> as(actor, () -> change(ETTERBEEK, REGIONAL, 45, "", "Non"))))
          .as(actor.userId())
          .contains("se change par la Région");
    }
    assertThat(refused(() -> change(ETTERBEEK, MUNICIPAL, 45, "", "Non")))
        .as("the program itself changes no practice")
        .contains("se change par la commune");
    assertThat(refused(() -> as(coordinator("21005"), () -> reset(JETTE, MUNICIPAL, "Non"))))
        .contains("se change par la commune");
  }

  @Test
  void aChangeIsWithinBoundsAndIsOne() {
    Actor actor = coordinator("21005");
    assertThat(refused(() -> as(actor, () -> change(ETTERBEEK, MUNICIPAL, 0, "", "Non"))))
        .contains("de 1 à 18");
    assertThat(refused(() -> as(actor, () -> change(ETTERBEEK, MUNICIPAL, 18_301, "", "Non"))))
        .contains("de 1 à 18");
    for (String warnings : List.of("dix", "3, 3", "251", "-1", "3.5")) {
      assertThat(refused(() -> as(actor, () -> change(ETTERBEEK, MUNICIPAL, 45, warnings, "Non"))))
          .as(warnings)
          .contains("de 0 à 250");
    }
    assertThat(refused(() -> as(actor, () -> change(ETTERBEEK, MUNICIPAL, 30, "3, 10", "Non"))))
        .contains("Rien ne change");
    assertThat(refused(() -> as(actor, () -> reset(ETTERBEEK, MUNICIPAL, "Non"))))
        .contains("Rien ne change");
    assertThat(limits.one(ETTERBEEK, MUNICIPAL).history()).isEmpty();
  }

  @Test
  void theHistoryIsAppendOnly() {
    as(coordinator("21005"), () -> change(ETTERBEEK, MUNICIPAL, 45, "", "Vacances"));
    for (String sql :
        List.of(
            "delete from trame.limit_change",
            "update trame.limit_change set amount = 1",
            "truncate trame.limit_change")) {
      assertThatThrownBy(() -> jdbc.sql(sql).update()).hasMessageContaining("append-only");
    }
  }

  @Test
  void programsReadTheLimitsOfAPlace() {
    as(coordinator("21005"), () -> change(ETTERBEEK, MUNICIPAL, 45, "10, 3", "Vacances"));
    Rest auditor = new Rest(port, "auditeur", "nl");
    JsonNode there = auditor.get("/api/limits?regime=" + REGIME + "&place=21005");
    JsonNode changed =
        StreamSupport.stream(there.spliterator(), false)
            .filter(l -> l.at("/step").asText().equals(MUNICIPAL))
            .findFirst()
            .orElseThrow();
    assertThat(changed.at("/term").asText()).isEqualTo("45 dagen");
    assertThat(changed.at("/table").asText()).isEqualTo("30 DAY");
    assertThat(changed.at("/source").asText()).startsWith("Lokale praktijk van de gemeente");
    assertThat(changed.at("/changes/0/by").asText()).isEqualTo("coordinator");
    assertThat(there.size())
        .isEqualTo(auditor.get("/api/limits?regime=" + REGIME + "&place=brussels").size())
        .isGreaterThan(30);
    assertThat(auditor.send("GET", "/api/limits?regime=inconnu", null).statusCode()).isEqualTo(404);
    assertThat(
            auditor.send("GET", "/api/limits?regime=" + REGIME + "&place=52011", null).statusCode())
        .as("the regime is not Walloon")
        .isEqualTo(404);
  }

  private LegalClock start(String subject, String occurrence) {
    return clocks.start(REGIME, subject, MUNICIPAL, occurrence, LocalDate.now(clock));
  }

  private void at(String day) {
    clock.moveTo(Instant.parse(day + "T09:00:00Z"));
  }

  private boolean change(Place place, String step, int amount, String warnings, String reason) {
    limits.change(
        place,
        step,
        new ChangeLimit(amount, Unit.DAY, warnings.isEmpty() ? null : warnings, reason));
    return true;
  }

  private boolean reset(Place place, String step, String reason) {
    limits.reset(place, step, new ResetLimit(reason));
    return true;
  }

  private String refused(ThrowingCallable what) {
    Throwable thrown = org.assertj.core.api.Assertions.catchThrowable(what);
    assertThat(thrown).isInstanceOf(Refusal.class);
    return messages.say((Refusal) thrown);
  }

  private static Actor coordinator(String nis) {
    return new Actor("coordinator", List.of("coordinator-" + nis));
  }

  private static Actor head(String nis) {
    return new Actor("department-head", List.of("department-head-" + nis));
  }

  private static Actor alderman(String nis) {
    return new Actor("alderman", List.of("alderman-" + nis));
  }

  private static Actor person(String group) {
    return new Actor(group, List.of(group));
  }

  private static <T> T as(Actor actor, Supplier<T> work) {
    return Actors.as(actor, work);
  }
}
