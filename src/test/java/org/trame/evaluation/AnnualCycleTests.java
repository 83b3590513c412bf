package org.trame.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.Map;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.task.IdentityLink;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.trame.programme.BudgetSource;

/** The yearly report: figures, words and conditions; the Region accepts it or asks for changes. */
class AnnualCycleTests extends EvaluationTest {

  private static final String WRITE = "Task_WriteYearlyReport";
  private static final String REVIEW = "Task_ReviewYearlyReport";
  private static final Map<String, Object> TOLD =
      Map.of("words", "La place est ouverte", "conditions", "Chantier retardé par le gel");

  @Autowired YearlyReports reports;
  @Autowired HistoryService history;

  @BeforeEach
  void aYearHasPassed() {
    at("2027-03-01T09:00:00Z");
    approvedProgramme();
  }

  private void figures() {
    edit("indicator-value", value("O1", "1800"));
    edit(
        "indicator-value",
        Map.of("objective", "O2", "missingReason", "La maison ouvre l’an prochain"));
    edit("spending", Map.of("action", "A1", "source", "REGION", "amount", "60000,25"));
    edit("participation", Map.of("category", "INHABITANT", "present", 12, "spoke", 5));
  }

  private static Map<String, Object> value(String objective, String value) {
    return Map.of("objective", objective, "value", value, "measuredOn", "2027-02-15");
  }

  @Test
  void aReportHasFiguresWordsAndConditions() {
    begin("AnnualCycle", Map.of());
    refused(
        WRITE,
        Map.of(),
        "Dites ce qui a été fait",
        "Dites ce qui a aidé",
        "L’objectif O1 (m² piétons) n’a pas de valeur",
        "L’objectif O2",
        "Aucune dépense",
        "Aucun chiffre de participation",
        "S1:311",
        "S0:3841");
    assertThat(blocking(WRITE)).hasSize(4);
    figures();
    assertThat(blocking(WRITE)).isEmpty();
    refused(WRITE, Map.of("words", "La place est ouverte"), "Dites ce qui a aidé");
    refused(WRITE, Map.of("conditions", "Gel"), "Dites ce qui a été fait");
    submit(WRITE, TOLD);
    assertThat(openKeys()).containsExactly(REVIEW);
    assertThat(reports.of(programme))
        .singleElement()
        .satisfies(r -> assertThat(r.state()).isEqualTo(YearlyReport.State.SUBMITTED));
  }

  @Test
  void anIndicatorHasAValueOrAReasonAndIsNotMeasuredInTheFuture() {
    begin("AnnualCycle", Map.of());
    editRefused("indicator-value", Map.of("objective", "O1"), "ou dites pourquoi");
    editRefused("indicator-value", with(value("O1", "7"), "missingReason", "x"), "pourquoi elle");
    editRefused("indicator-value", Map.of("objective", "O1", "value", "7"), "requis");
    editRefused(
        "indicator-value", with(value("O1", "7"), "measuredOn", "2027-03-02"), "encore à venir");
    editRefused("indicator-value", value("O9", "7"), "ne fait pas partie des choix");
  }

  @Test
  void amountsAreToTheCentAndNeverNegative() {
    begin("AnnualCycle", Map.of());
    Map<String, Object> line = Map.of("action", "A1", "source", "REGION", "amount", "10.005");
    editRefused("spending", line, "plus de deux décimales");
    editRefused("spending", with(line, "amount", "-1"), "négatif");
    edit("spending", with(line, "amount", "0"));
    edit("spending", with(with(line, "amount", "7.10"), "id", "A1/REGION"));
    edit(
        "spending",
        Map.of("id", "A1/REGION", "action", "A1", "source", "FEDERAL", "amount", "7.10"));
    assertThat(monitoring.spending(programme))
        .containsExactly(new Spending(1, "A1", BudgetSource.FEDERAL, new BigDecimal("7.10")));
    edit("remove-spending", Map.of("id", "A1/FEDERAL"));
    assertThat(monitoring.spending(programme)).isEmpty();
  }

  @Test
  void noMoreSpokeThanWereThere() {
    begin("AnnualCycle", Map.of());
    Map<String, Object> figures = Map.of("category", "ASSOCIATION", "present", 3, "spoke", 4);
    editRefused("participation", figures, "de 0 à 3");
    edit("participation", with(figures, "spoke", 0));
    assertThat(section(WRITE, "participation").notes())
        .anyMatch(n -> n.sentence().contains("personne n’a pris la parole") && !n.blocking());
    edit("remove-participation", Map.of("id", "ASSOCIATION"));
    assertThat(monitoring.participation(programme)).isEmpty();
  }

  @Test
  void meetingsOfTheCommissionInThePeriodCountAsParticipation() {
    meeting("2027-02-01 18:00");
    begin("AnnualCycle", Map.of());
    figures();
    edit("remove-participation", Map.of("id", "INHABITANT"));
    refused(WRITE, TOLD, "Aucun chiffre de participation");
    edit("participation", Map.of("category", "INHABITANT", "present", 0, "spoke", 0));
    submit(WRITE, TOLD);
    meeting("2027-03-04 18:00");
    at("2028-03-01T09:00:00Z");
    begin("AnnualCycle", Map.of());
    meeting("2028-03-02 18:00");
    assertThat(section(WRITE, "meetings-held").rows())
        .singleElement()
        .satisfies(r -> assertThat(r.cells()).containsExactly("04/03/2027", "20", "13"));
    assertThat(section(WRITE, "participation").notes()).isEmpty();
  }

  private void meeting(String at) {
    jdbc.sql(
            "insert into trame.consultation_round (programme, number, opened_on) values (?, 1,"
                + " '2027-01-04') on conflict do nothing")
        .param(programme)
        .update();
    jdbc.sql(
            "insert into trame.commission_meeting (programme, round, convening, meeting_at, place,"
                + " agenda, documents_sent_on, quorum_percent, members, present, outcome)"
                + " select programme, id, 1, ?::timestamp, 'Maison communale', 'Suivi',"
                + " '2027-01-05', 50, 20, 13, 'QUORUM' from"
                + " trame.consultation_round where programme = ?")
        .params(at, programme)
        .update();
  }

  @Test
  void theRegionAsksForChangesWithAReasonAndTheTextsAreKept() {
    begin("AnnualCycle", Map.of());
    figures();
    submit(WRITE, TOLD);
    editRefused("indicator-value", value("O1", "9"), "ne pouvez pas faire cela maintenant");
    databaseRefuses(
        "update trame.action_spending set amount = 1 where programme = ?", "was handed in");
    refused(REVIEW, Map.of("decision", "CHANGES_ASKED"), "ce qui doit être revu");
    submit(REVIEW, Map.of("decision", "CHANGES_ASKED", "reason", "Précisez le comptage"));
    assertThat(openKeys()).containsExactly(WRITE);
    assertThat(section(WRITE, "report").notes())
        .anyMatch(n -> n.sentence().contains("Précisez le comptage"));
    edit("indicator-value", value("O1", "1750"));
    submit(WRITE, Map.of("conditions", "Gel et pénurie de pavés"));
    submit(REVIEW, Map.of("decision", "ACCEPTED"));
    assertThat(open()).isEmpty();
    assertThat(reports.of(programme))
        .singleElement()
        .satisfies(r -> assertThat(r.words()).isEqualTo("La place est ouverte"))
        .satisfies(r -> assertThat(r.conditions()).isEqualTo("Gel et pénurie de pavés"))
        .satisfies(r -> assertThat(r.state()).isEqualTo(YearlyReport.State.ACCEPTED));
    databaseRefuses(
        "update trame.yearly_report set words = 'x' where programme = ?", "was accepted");
    assertThat(history.createHistoricVariableInstanceQuery().list())
        .extracting(v -> v.getName())
        .doesNotContain("words", "conditions", "reason", "decision");
  }

  @Test
  void reportsAreHandedInInTheOrderOfTheirYears() {
    begin("AnnualCycle", Map.of("year", 1));
    String first = task(WRITE).getId();
    at("2028-03-01T09:00:00Z");
    begin("AnnualCycle", Map.of("year", 2));
    String second =
        open().stream().filter(t -> !t.getId().equals(first)).findFirst().orElseThrow().getId();
    figures();
    org.assertj.core.api.Assertions.assertThatThrownBy(() -> forms.submitTaskForm(second, TOLD))
        .hasMessageContaining("année 1 doit être remis avant celui de l’année 2");
    forms.submitTaskForm(first, TOLD);
    assertThat(reports.writing(programme)).get().extracting(YearlyReport::year).isEqualTo(2);
  }

  @Test
  void withoutAYearOrWithAYearAlreadyAskedForTheNextOneIsMeant() {
    begin("AnnualCycle", Map.of());
    begin("AnnualCycle", Map.of("year", 1));
    begin("AnnualCycle", Map.of("year", 4L));
    assertThat(reports.of(programme)).extracting(YearlyReport::year).containsExactly(1, 2, 4);
  }

  @Test
  void indicatorsAndSpendingAreFollowedFromYearToYear() {
    begin("AnnualCycle", Map.of());
    figures();
    submit(WRITE, TOLD);
    submit(REVIEW, Map.of("decision", "ACCEPTED"));
    at("2028-03-01T09:00:00Z");
    begin("AnnualCycle", Map.of());
    assertThat(section(WRITE, "indicator-values").rows().get(0).cells())
        .startsWith("O1 · Piétonniser", "m² piétons", "1200", "3000", "1800");
    edit("indicator-value", value("O1", "2500"));
    edit("spending", Map.of("action", "A1", "source", "REGION", "amount", "90000"));
    assertThat(monitoring.indicators(programme).get(0))
        .satisfies(s -> assertThat(s.objective().baseline()).isEqualTo("1200"))
        .satisfies(s -> assertThat(s.in(1).value()).isEqualTo("1800"))
        .satisfies(s -> assertThat(s.last().value()).isEqualTo("2500"));
    assertThat(monitoring.budgetUse(programme))
        .contains(
            new BudgetUse(
                4, BudgetSource.REGION, new BigDecimal("150000.00"), new BigDecimal("150000.25")))
        .contains(
            new BudgetUse(
                5, BudgetSource.REGION, new BigDecimal("30000.00"), new BigDecimal("0.00")));
    assertThat(section(WRITE, "budget-use").notes())
        .anyMatch(n -> n.sentence().startsWith("Volet 4, Région : 0,25 euros de plus"));
  }

  @Test
  void aLateReportIsDueInThreeMonthsAndEscalatedToTheAlderman() {
    begin("AnnualCycle", Map.of());
    assertThat(task(WRITE).getDueDate()).isEqualTo("2027-06-01T23:59:59");
    at("2027-06-02T09:00:00Z");
    timers();
    assertThat(acts()).contains("clock-missed");
    assertThat(tasks.getIdentityLinksForTask(task(WRITE).getId()))
        .extracting(IdentityLink::getGroupId)
        .contains("department-head-21009");
  }

  @Test
  void nothingIsWrittenInAProgrammeThatHasEnded() {
    begin("AnnualCycle", Map.of());
    figures();
    endsClosed();
    for (String table :
        new String[] {"yearly_report", "indicator_value", "action_spending", "participation"}) {
      databaseRefuses("delete from trame." + table + " where programme = ?", "has ended");
    }
  }
}
