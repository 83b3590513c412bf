package org.trame.programme;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.camunda.bpm.engine.BadUserRequestException;
import org.camunda.bpm.engine.FormService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.TaskService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.trame.TestProgrammes;
import org.trame.TrameTest;
import org.trame.funding.Envelope;
import org.trame.funding.Envelopes;
import org.trame.ledger.Ledger;
import org.trame.ledger.LedgerEntry;
import org.trame.workflow.TrameClock;
import org.trame.workflow.Workflows;
import org.trame.worksheet.Edits;
import org.trame.worksheet.Worksheet;

/** Diagnosis and draft, on the real engine. The programme is notified on 2 March 2026. */
@TrameTest
class ElaborationTests {

  @Autowired Workflows workflows;
  @Autowired TaskService tasks;
  @Autowired FormService forms;
  @Autowired ManagementService management;
  @Autowired Contents contents;
  @Autowired Elaborations elaborations;
  @Autowired DraftTables tables;
  @Autowired DraftForms draft;
  @Autowired Edits edits;
  @Autowired Envelopes envelopes;
  @Autowired Ledger ledger;
  @Autowired TestProgrammes programmes;
  @Autowired JdbcClient jdbc;
  @Autowired TrameClock clock;

  private String programme;

  @BeforeEach
  void elaboration() {
    clock.moveTo(Instant.parse("2026-03-02T09:00:00Z"));
    programme = programmes.bare("Essai d’élaboration", "21009");
    start();
  }

  @AfterEach
  void realTime() {
    clock.release();
  }

  @Test
  void aDiagnosisNamesANeed() {
    refused(diagnosis(), "ne nomme encore aucun besoin");
    draft.make(programme, "need", "code", "B1", "statement", "Peu de bancs", "kind", "EXPECTATION");
    submit(diagnosis());
    assertThat(task()).isEqualTo("Task_DraftProgramme");
  }

  @Test
  void theDraftIsWrittenDuringTheDraftingOnly() {
    draft.refused(
        "pas ouverte", programme, "perimeter", "description", "De la place à la porte de Namur");
  }

  @Test
  void somebodyOfAnotherMunicipalityWritesNothing() {
    var stranger = new org.trame.access.Actor("x", List.of("coordinator-21004"));
    assertThat(org.trame.access.Actors.as(stranger, () -> edits.available("need", programme)))
        .isFalse();
  }

  @Test
  void anIncompleteDraftIsNotSubmittedAndTheWorksheetSaysWhy() {
    diagnosed();
    assertThat(blocking())
        .contains(
            "Le périmètre n’est pas décrit.",
            "Le programme n’a pas d’action.",
            "Le programme n’a pas d’objectif : il ne pourrait pas être évalué.");
    refused(thread(), "Le périmètre n’est pas décrit. Le programme n’a pas d’action.");
    draft.make(programme, "perimeter", "description", "Le quartier");
    draft.action(programme, "A1", 1, "Rénovation");
    refused(thread(), "L’action A1 (Rénovation) n’a pas de budget.");
  }

  @Test
  void theDraftIsFrozenWhenItIsSubmitted() {
    drafted();
    assertThat(tasks.createTaskQuery().processInstanceBusinessKey(programme).count()).isZero();
    assertThat(contents.versions(programme))
        .singleElement()
        .satisfies(v -> assertThat(v.number()).isEqualTo(1))
        .satisfies(v -> assertThat(v.content()).isEqualTo(contents.draft(programme)))
        .satisfies(v -> assertThat(v.content().total()).isEqualByComparingTo("150000.00"));
    assertThat(acts()).contains("diagnosis-established", "draft-submitted", "version-frozen");
  }

  @Test
  void aFrozenVersionCannotBeChangedEvenInTheDatabase() {
    drafted();
    assertThatThrownBy(
            () ->
                jdbc.sql("update trame.programme_version set content = '{}' where programme = ?")
                    .param(programme)
                    .update())
        .isInstanceOf(DataAccessException.class)
        .hasMessageContaining("never changed");
  }

  @Test
  void anObjectiveNobodyCouldEvaluateIsRefused() {
    diagnosed();
    draft.action(programme, "A1", 1, "Rénovation");
    for (String part : List.of("indicator", "baseline", "target", "source", "evaluateOn")) {
      Object[] objective = {
        "code", "O1", "action", "A1", "statement", "Rénover", "indicator", "Logements",
        "baseline", "0", "target", "24", "source", "Réceptions", "evaluateOn", "2029-06-30"
      };
      for (int i = 0; i < objective.length; i += 2) {
        objective[i + 1] = objective[i].equals(part) ? "" : objective[i + 1];
      }
      draft.refused("ne peut pas être évalué", programme, "objective", objective);
    }
    assertThat(contents.draft(programme).objectives()).isEmpty();
  }

  @Test
  void anObjectiveIsEvaluatedAfterTheNotification() {
    diagnosed();
    draft.action(programme, "A1", 1, "Rénovation");
    draft.refused(
        "doit suivre la notification du 02/03/2026",
        programme,
        "objective",
        "code",
        "O1",
        "action",
        "A1",
        "statement",
        "Rénover",
        "indicator",
        "Logements",
        "baseline",
        "0",
        "target",
        "24",
        "source",
        "Réceptions",
        "evaluateOn",
        "2026-03-02");
  }

  @Test
  void anActionIsInOneOfTheFiveStrands() {
    diagnosed();
    draft.refused(
        "ne fait pas partie des choix",
        programme,
        "action",
        "code",
        "A1",
        "strand",
        6,
        "title",
        "Ailleurs",
        "carrier",
        "Commune");
  }

  @Test
  void amountsAreMoreThanZeroAndToTheCent() {
    diagnosed();
    draft.action(programme, "A1", 1, "Rénovation");
    draft.refused("supérieur à zéro", programme, "budget-line", line(2027, "REGION", "0"));
    draft.refused("deux décimales", programme, "budget-line", line(2027, "REGION", "1.005"));
    draft.make(programme, "budget-line", line(2027, "REGION", "1 234,50"));
    assertThat(contents.draft(programme).total(BudgetSource.REGION))
        .isEqualTo(new BigDecimal("1234.50"));
  }

  @Test
  void aSourcePaysNoMoreThanItsShareOfTheEnvelope() {
    diagnosed();
    draft.action(programme, "A1", 1, "Rénovation");
    envelopes.grant(
        new Envelope(
            programme,
            "essai",
            2026,
            new BigDecimal("1000.00"),
            new BigDecimal("500.00"),
            new BigDecimal("100.00")));
    draft.make(programme, "budget-line", line(2027, "REGION", "600"));
    draft.refused("Région", programme, "budget-line", line(2028, "REGION", "400.01"));
    draft.make(programme, "budget-line", line(2028, "REGION", "400"));
    draft.refused("Commune", programme, "budget-line", line(2028, "MUNICIPALITY", "100.01"));
    draft.make(programme, "budget-line", line(2028, "OTHER", "99999"));
    assertThat(section("budget-summary").rows())
        .last()
        .satisfies(r -> assertThat(r.cells().get(1)).isEqualTo("0,00"))
        .satisfies(r -> assertThat(r.cells().get(2)).isEqualTo("500,00"));
  }

  @Test
  void budgetYearsAreThoseOfTheProgramme() {
    diagnosed();
    draft.action(programme, "A1", 1, "Rénovation");
    draft.refused("entre 2026 et 2030", programme, "budget-line", line(2025, "REGION", "1"));
    draft.refused("entre 2026 et 2030", programme, "budget-line", line(2031, "REGION", "1"));
    draft.make(programme, "budget-line", line(2030, "REGION", "1"));
  }

  @Test
  void whatIsReferredToExists() {
    diagnosed();
    draft.refused(
        "ne fait pas partie des choix", programme, "budget-line", line(2027, "REGION", "1"));
    draft.refused(
        "ne fait pas partie des choix", programme, "need-link", "need", "B1", "action", "A9");
  }

  @Test
  void aCodeIsTakenOnceAndNeverChanges() {
    diagnosed();
    draft.action(programme, "A1", 1, "Rénovation");
    draft.refused("déjà pris", programme, "action", action("A1", null));
    draft.refused("ne peut pas devenir A2", programme, "action", action("A2", "A1"));
    draft.make(programme, "action", action("A1", "A1"));
    assertThat(contents.draft(programme).actions())
        .singleElement()
        .extracting(Content.Action::title)
        .isEqualTo("Autre titre");
  }

  @Test
  void anActionWithBudgetOrObjectivesIsNotRemoved() {
    diagnosed();
    draft.complete(programme, 2027);
    draft.refused("lignes de budget 1, objectifs 1", programme, "remove-action", "id", "A1");
    draft.make(programme, "remove-budget-line", "id", "A1/2027/REGION");
    draft.make(programme, "remove-objective", "id", "O1");
    draft.make(programme, "remove-action", "id", "A1");
    assertThat(contents.draft(programme).actions())
        .extracting(Content.Action::code)
        .containsExactly("A2");
    draft.refused("n’existe plus", programme, "remove-action", "id", "A1");
  }

  @Test
  void orphansAreShownAndBlockNothing() {
    diagnosed();
    draft.complete(programme, 2027);
    draft.make(programme, "remove-need-link", "id", "B1/A1");
    assertThat(notes())
        .contains("Aucune action ne répond au besoin B1.", "L’action A2 ne répond à aucun besoin.");
    assertThat(blocking()).isEmpty();
    submit(thread());
  }

  @Test
  void peopleWhoWriteDifferentRowsAtOnceLoseNothing() {
    diagnosed();
    draft.action(programme, "A1", 1, "Rénovation");
    var writers =
        java.util.stream.IntStream.range(0, 8)
            .mapToObj(
                n ->
                    CompletableFuture.runAsync(
                        () ->
                            draft.make(
                                programme,
                                "need",
                                "code",
                                "N" + n,
                                "statement",
                                "Besoin " + n,
                                "kind",
                                "NEED")))
            .toArray(CompletableFuture[]::new);
    CompletableFuture.allOf(writers).join();
    assertThat(contents.draft(programme).needs()).hasSize(9);
  }

  @Test
  void aRejectedDraftComesBackWithItsReasonAndWithoutAnotherDiagnosis() {
    drafted();
    workflows.start("CouncilVote", programme, Map.of("regime", "contrat-de-quartier"));
    submit(Map.of("noticeSentOn", "2026-03-02", "sittingAt", "2026-03-10T20:00"));
    clock.moveTo(Instant.parse("2026-03-10T21:00:00Z"));
    submit(
        Map.of(
            "membersPresent", 30,
            "votesFor", 10,
            "votesAgainst", 20,
            "abstentions", 0,
            "resolutionNumber", "2026/117",
            "rejectionReason", "Trop peu d’espaces verts"));
    start();
    assertThat(task()).isEqualTo("Task_DraftProgramme");
    assertThat(section("rework").rows())
        .singleElement()
        .extracting(Worksheet.Row::cells)
        .isEqualTo(List.of("10/03/2026", "Conseil communal", "Trop peu d’espaces verts"));
    submit(Map.of());
    assertThat(elaborations.of(programme).orElseThrow().guidingThread()).isEqualTo("Le logement");
    assertThat(contents.versions(programme)).hasSize(2);
  }

  @Test
  void theCouncilIsConvenedOnTheDraftAsOpinionsHaveChangedIt() {
    drafted();
    workflows.start("CouncilVote", programme, Map.of("regime", "contrat-de-quartier"));
    Map<String, Object> notice =
        Map.of("noticeSentOn", "2026-03-02", "sittingAt", "2026-03-10T20:00");
    tables.removeObjective(programme, "O1");
    refused(notice, "n’a pas d’objectif");
    contents.version(programme, 1).objectives().forEach(o -> tables.insert(programme, o));
    tables.putPerimeter(programme, "Jusqu’à la chaussée de Wavre");
    submit(notice);
    assertThat(contents.lastVersion(programme).orElseThrow())
        .satisfies(v -> assertThat(v.number()).isEqualTo(2))
        .satisfies(v -> assertThat(v.content().perimeter()).contains("chaussée de Wavre"));
  }

  @Test
  void whatIsUnchangedSinceItsLastVersionIsNotFrozenAgain() {
    drafted();
    elaborations.settle(programme);
    assertThat(contents.versions(programme)).hasSize(1);
  }

  @Test
  void aLateDraftIsEscalatedToTheAlderman() {
    diagnosed();
    var open = tasks.createTaskQuery().processInstanceBusinessKey(programme).singleResult();
    // 90 days from 2 March end on Sunday 31 May: the next working day is 1 June.
    assertThat(open.getDueDate()).isInSameDayAs("2026-06-01");
    clock.moveTo(Instant.parse("2026-06-02T09:00:00Z"));
    management
        .createJobQuery()
        .processInstanceId(open.getProcessInstanceId())
        .executable()
        .list()
        .forEach(j -> management.executeJob(j.getId()));
    assertThat(acts()).contains("clock-missed");
    assertThat(
            tasks
                .createTaskQuery()
                .taskId(open.getId())
                .taskCandidateGroup("department-head-21009")
                .count())
        .isEqualTo(1);
  }

  private void start() {
    workflows.start("Elaboration", programme, Map.of("regime", "contrat-de-quartier"));
  }

  private void diagnosed() {
    draft.make(programme, "need", "code", "B1", "statement", "Logements vétustes", "kind", "NEED");
    submit(diagnosis());
  }

  private void drafted() {
    diagnosed();
    draft.complete(programme, 2027);
    submit(thread());
  }

  private static Map<String, Object> diagnosis() {
    return Map.of("method", "Trois assemblées", "findings", "Logements vétustes");
  }

  private static Map<String, Object> thread() {
    return Map.of("guidingThread", "Le logement");
  }

  private static Object[] line(int year, String source, String amount) {
    return new Object[] {"action", "A1", "year", year, "source", source, "amount", amount};
  }

  private static Object[] action(String code, String id) {
    return new Object[] {
      "id", id, "code", code, "strand", 1, "title", "Autre titre", "carrier", "Commune"
    };
  }

  private void submit(Map<String, Object> form) {
    forms.submitTaskForm(
        tasks.createTaskQuery().processInstanceBusinessKey(programme).singleResult().getId(), form);
  }

  private void refused(Map<String, Object> form, String words) {
    assertThatThrownBy(() -> submit(form))
        .isInstanceOf(BadUserRequestException.class)
        .hasMessageContaining(words);
  }

  private String task() {
    return tasks
        .createTaskQuery()
        .processInstanceBusinessKey(programme)
        .singleResult()
        .getTaskDefinitionKey();
  }

  private Worksheet.Section section(String name) {
    return edits.worksheet("Task_DraftProgramme").sections(programme).stream()
        .filter(s -> s.name().equals(name))
        .findFirst()
        .orElseThrow();
  }

  private List<String> blocking() {
    return allNotes().filter(Worksheet.Note::blocking).map(Worksheet.Note::sentence).toList();
  }

  private List<String> notes() {
    return allNotes().map(Worksheet.Note::sentence).toList();
  }

  private java.util.stream.Stream<Worksheet.Note> allNotes() {
    return edits.worksheet("Task_DraftProgramme").sections(programme).stream()
        .flatMap(s -> s.notes().stream());
  }

  private List<String> acts() {
    return ledger.of(programme).stream().map(LedgerEntry::act).toList();
  }
}
