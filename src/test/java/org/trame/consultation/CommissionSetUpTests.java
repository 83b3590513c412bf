package org.trame.consultation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.camunda.bpm.engine.HistoryService;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Seats by category, one person a seat, designation in two months, internal rules. */
class CommissionSetUpTests extends ConsultationTest {

  @Autowired HistoryService history;

  @BeforeEach
  void notified() {
    at("2026-01-10T09:00:00Z");
    programme = programmes.bare("Essai de la commission", "21009");
    begin("CommissionSetUp");
  }

  @Test
  void eightInhabitantsAreAConditionAndOtherVacanciesNeedAReason() {
    for (int n = 1; n <= 7; n++) {
      nominate("INHABITANT", "Personne " + n);
    }
    refused("Task_NominateMembers", Map.of(), "Habitant : il faut 8 sièges pourvus, il y en a 7");
    edit("vacancy-reason", Map.of("category", "INHABITANT", "vacancyReason", "Pas de candidat"));
    refused("Task_NominateMembers", Map.of(), "Habitant : il faut 8");
    nominate("INHABITANT", "Personne 8");
    refused("Task_NominateMembers", Map.of(), "CPAS : 0 sièges pourvus sur 1");
    inhabitantsAreThere();
    submit("Task_NominateMembers", Map.of());
    assertThat(open()).containsExactly("Task_DesignateCommission");
    assertThat(commission.seats(programme))
        .filteredOn(s -> s.category().equals("CPAS"))
        .singleElement()
        .satisfies(s -> assertThat(s.vacant()).isEqualTo(1))
        .satisfies(s -> assertThat(s.vacancyReason()).isEqualTo("Aucun candidat"));
  }

  private void inhabitantsAreThere() {
    for (SeatCategory category : commission.seats(programme)) {
      if (category.vacant() > 0) {
        edit(
            "vacancy-reason",
            Map.of("category", category.category(), "vacancyReason", "Aucun candidat"));
      }
    }
  }

  @Test
  void excessIsRefusedUnlessTheMandatesFollowEachOther() {
    edit("nomination", person("CPAS", "Ida Claes", "2026-01-10", "2026-06-30"));
    editRefused("nomination", person("CPAS", "Jo Maes", "2026-06-30", ""), "compte 1 sièges");
    edit("nomination", person("CPAS", "Jo Maes", "2026-07-01", ""));
    nominate("INHABITANT", "A");
    for (int n = 0; n < 9; n++) {
      nominate("INHABITANT", "Autre " + n);
    }
    assertThat(commission.seats(programme).get(0).filled()).isEqualTo(10);
  }

  @Test
  void aPersonHoldsOneSeat() {
    account("membre-cpas");
    nominate("INHABITANT", "Zoé Lefèvre");
    editRefused(
        "nomination", person("ASSOCIATION", "zoe  LEFEVRE", "2026-02-01", ""), "Habitant n° 1");
    edit(
        "nomination",
        with(person("CPAS", "Ida Claes", "2026-01-10", ""), "account", "membre-cpas"));
    editRefused(
        "nomination",
        with(person("REGION", "Ida C.", "2026-01-10", ""), "account", "membre-cpas"),
        "CPAS n° 1");
  }

  @Test
  void onlyAnAccountOfAMemberIsGivenToASeat() {
    account("membre-cpas");
    Map<String, Object> person = person("CPAS", "Ida Claes", "2026-01-10", "");
    editRefused("nomination", with(person, "account", "inconnue"), "ne fait pas partie");
    edit("nomination", with(person, "account", "membre-cpas"));
  }

  @Test
  void thePageShowsPeopleAndSeats() {
    nominate("INHABITANT", "Zoé Lefèvre");
    assertThat(page(COORDINATOR, "Task_NominateMembers")).containsExactly("nominations", "seats");
  }

  @Test
  void aMandateDoesNotEndBeforeItBegins() {
    editRefused(
        "nomination", person("CPAS", "Ida Claes", "2026-03-01", "2026-02-28"), "avant son début");
    edit("nomination", person("CPAS", "Ida Claes", "2026-03-01", ""));
    editRefused(
        "end-mandate",
        Map.of("seat", "CPAS-1", "endsOn", "2026-02-28", "endReason", "Départ"),
        "avant son début");
  }

  @Test
  void theDesignationIsDueTwoMonthsAfterTheNotification() {
    inhabitants();
    submit("Task_NominateMembers", Map.of());
    assertThat(task("Task_DesignateCommission").getDueDate()).isEqualTo("2026-03-10T23:59:59");
    at("2026-03-11T09:00:00Z");
    timers();
    assertThat(acts()).contains("clock-missed");
    refused(
        "Task_DesignateCommission",
        Map.of("resolutionNumber", "7", "resolutionOn", "2026-03-12"),
        "dans le futur");
    refused(
        "Task_DesignateCommission",
        Map.of("resolutionNumber", "7", "resolutionOn", "2026-01-09"),
        "précéder la notification");
    submit(
        "Task_DesignateCommission", Map.of("resolutionNumber", "7", "resolutionOn", "2026-03-11"));
    assertThat(open()).containsExactly("Task_AdoptInternalRules");
  }

  @Test
  void theInternalRulesKeepTheRegimesMinimum() {
    inhabitants();
    submit("Task_NominateMembers", Map.of());
    submit(
        "Task_DesignateCommission", Map.of("resolutionNumber", "7", "resolutionOn", "2026-01-10"));
    Map<String, Object> rules =
        Map.of("adoptedOn", "2026-01-10", "documentsDays", 6, "quorumPercent", 40);
    refused("Task_AdoptInternalRules", rules, "au moins 7 jours");
    refused(
        "Task_AdoptInternalRules",
        with(with(rules, "documentsDays", 8), "quorumPercent", 101),
        "1 à 100");
    refused(
        "Task_AdoptInternalRules", with(rules, "adoptedOn", "2026-01-09"), "avant la désignation");
    assertThat(commission.rules(programme).documentsDays()).isEqualTo(7);
    submit("Task_AdoptInternalRules", with(rules, "documentsDays", 8));
    assertThat(commission.rules(programme).documentsDays()).isEqualTo(8);
    assertThat(ended()).isTrue();
  }

  @Test
  void peopleAreNamedInNoOtherTable() {
    nominate("INHABITANT", "Zoé Lefèvre");
    assertThat(ledger.of(programme)).noneMatch(e -> e.details().toString().contains("Zoé"));
    assertThat(history.createHistoricVariableInstanceQuery().list())
        .noneMatch(v -> String.valueOf(v.getValue()).contains("Zoé"));
    assertThat(commission.seats(programme).toString()).doesNotContain("Zoé");
  }

  private static Map<String, Object> person(String category, String name, String from, String to) {
    return Map.of("category", category, "personName", name, "mandateFrom", from, "mandateTo", to);
  }
}
