package org.trame.call;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.function.Supplier;
import org.camunda.bpm.engine.BadUserRequestException;
import org.camunda.bpm.engine.FormService;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.Job;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.trame.PhaseStandIns;
import org.trame.TrameTest;
import org.trame.access.Actor;
import org.trame.access.Actors;
import org.trame.deadline.Clocks;
import org.trame.funding.Envelope;
import org.trame.funding.Envelopes;
import org.trame.input.Refusal;
import org.trame.ledger.Ledger;
import org.trame.ledger.LedgerEntry;
import org.trame.programme.BudgetSource;
import org.trame.programme.Programme;
import org.trame.programme.Programmes;
import org.trame.workflow.OpenTask;
import org.trame.workflow.TrameClock;
import org.trame.workflow.Workflows;
import org.trame.worksheet.Edits;
import org.trame.worksheet.Worksheet;

/** A round of EUR 2 500 000 from the Region and EUR 1 250 000 from the federal State. */
@TrameTest
class SelectionTests {

  private static final Actor EXAMINER = new Actor("region", List.of("region-examiner-brussels"));
  private static final Actor DECIDER = new Actor("ministre", List.of("region-decider-brussels"));
  private static final Map<String, Object> OPENING =
      Map.of("year", 2026, "regionalEnvelope", "2 500 000,00", "federalEnvelope", "1250000");

  @Autowired Workflows workflows;
  @Autowired RepositoryService repository;
  @Autowired RuntimeService runtime;
  @Autowired ManagementService management;
  @Autowired HistoryService history;
  @Autowired FormService forms;
  @Autowired Edits edits;
  @Autowired SelectionRounds rounds;
  @Autowired Candidatures candidatures;
  @Autowired Selections selections;
  @Autowired Programmes programmes;
  @Autowired Envelopes envelopes;
  @Autowired Clocks clocks;
  @Autowired Ledger ledger;
  @Autowired PhaseStandIns phases;
  @Autowired JdbcClient jdbc;
  @Autowired TrameClock clock;

  private String round;

  @BeforeEach
  void opened() {
    clock.moveTo(Instant.parse("2026-03-02T09:00:00Z"));
    phases.deploy();
    jdbc.sql("delete from trame.candidature").update();
    jdbc.sql("delete from trame.selection_criterion").update();
    jdbc.sql("delete from trame.selection_round").update();
    round = open(OPENING);
  }

  @AfterEach
  void realTime() {
    runtime
        .createProcessInstanceQuery()
        .processDefinitionKey("Selection")
        .list()
        .forEach(i -> runtime.deleteProcessInstance(i.getId(), "end of test"));
    phases.remove();
    clock.release();
  }

  @Test
  void theBusinessKeyIsTheRoundWhateverWasTyped() {
    assertThat(round).isEqualTo("selection-2026");
    assertThat(workflows.openTasks(round))
        .singleElement()
        .satisfies(
            t -> {
              assertThat(t.key()).isEqualTo("Task_RegisterCandidatures");
              assertThat(t.groups()).containsExactly("region-examiner-brussels");
              assertThat(t.due()).isEqualTo(Instant.parse("2026-05-04T21:59:59Z"));
            });
    assertThat(
            history
                .createHistoricProcessInstanceQuery()
                .processInstanceBusinessKey(round)
                .unfinished()
                .count())
        .isOne();
    assertThat(acts()).extracting(LedgerEntry::act).containsExactly("round-opened");
    assertThat(acts()).extracting(LedgerEntry::actor).containsExactly("region");
  }

  @Test
  void bothAmountsArePositiveAndHaveTwoDecimals() {
    refusedToOpen(with(OPENING, "regionalEnvelope", "0"), "supérieur à zéro");
    refusedToOpen(with(OPENING, "federalEnvelope", "-1"), "supérieur à zéro");
    refusedToOpen(with(OPENING, "federalEnvelope", "1,234"), "plus de deux décimales");
    refusedToOpen(with(OPENING, "year", "1850"), "L’année des contrats va de 2025 à 2027");
  }

  @Test
  void aDoubleClickOpensOneRound() {
    refusedToOpen(OPENING, "déjà ouverte : selection-2026");
    assertThat(open(with(OPENING, "year", 2027))).isEqualTo("selection-2027");
  }

  @Test
  void anExaminerOfAnotherRegionMayNotOpen() {
    Actor walloon = new Actor("wallon", List.of("region-examiner-wallonia"));
    assertThatThrownBy(() -> as(walloon, () -> open(with(OPENING, "year", 2027))))
        .isInstanceOf(BadUserRequestException.class)
        .hasMessageContaining("autre Région");
  }

  @Test
  void onlyMunicipalitiesOfTheRegionAreCandidates() {
    assertThatThrownBy(
            () -> candidatures.register(round, new RegisterCandidature(null, "52011", "Centre")))
        .isInstanceOf(Refusal.class)
        .hasMessageContaining("refusal.candidature.region");
    refused(
        "candidature",
        Map.of("municipality", "52011", "programmeName", "Centre"),
        "refusal.input.choice");
  }

  @Test
  void theSameProgrammeIsRegisteredOnce() {
    candidature("21009", "Blyckaerts-Matonge");
    refused(
        "candidature",
        Map.of("municipality", "21009", "programmeName", "blyckaerts matonge"),
        "refusal.candidature.twice");
  }

  @Test
  void everyCandidatureIsScoredOnEveryCriterionWithAReason() {
    refusedToComplete(Map.of(), "au moins une candidature");
    candidature("21009", "Matonge");
    score("matonge", "degradation", 80);
    refusedToComplete(Map.of(), "« Matonge » n’a pas encore de note");
    refused(
        "candidature-score",
        Map.of("candidature", "matonge", "criterion", "socio-economic", "score", 60),
        "scoreReason:refusal.input.required");
    assertThatThrownBy(() -> score("matonge", "socio-economic", 101))
        .isInstanceOf(Refusal.class)
        .hasMessageContaining("refusal.candidature.score");
    score("matonge", "socio-economic", 61);
    assertThat(candidatures.get(round, "matonge").total(rounds.grid(round))).isEqualTo("70.5");
    complete(EXAMINER, Map.of());
    assertThat(workflows.openTasks(round))
        .singleElement()
        .extracting(OpenTask::groups)
        .isEqualTo(List.of("region-decider-brussels"));
  }

  @Test
  void theExaminerDoesNotDecide() {
    threeCandidates();
    assertThatThrownBy(() -> as(EXAMINER, () -> edit("selection", kept("a", "1", "1"))))
        .isInstanceOf(Refusal.class)
        .hasMessageContaining("refusal.edit.unavailable");
  }

  @Test
  void eachDecisionHasAReasonAndOnlyThoseKeptHaveShares() {
    threeCandidates();
    refusedToDecide(without(kept("a", "10", "10"), "decisionReason"), "refusal.input.required");
    refusedToDecide(without(kept("a", "10", "10"), "federalShare"), "federalShare");
    refusedToDecide(kept("a", "0", "10"), "refusal.selection.share");
    refusedToDecide(with(kept("a", "10", "10"), "kept", false), "refusal.selection.noShare");
  }

  @Test
  void sharesAddUpToTheEnvelopesToTheCent() {
    threeCandidates();
    decide(kept("a", "1000000", "500000"));
    decide(kept("b", "1000000", "500000"));
    refusedToFinish("« C » attend une décision");
    decide(kept("c", "499999.99", "250000.01"));
    refusedToFinish("Les parts régionales font 2 499 999,99");
    refusedToFinish("Les parts fédérales font 1 250 000,01");
    decide(kept("c", "500000", "250000"));
    finish();
  }

  @Test
  void atLeastOneIsKept() {
    threeCandidates();
    List.of("a", "b", "c").forEach(c -> decide(turnedDown(c)));
    refusedToFinish("Au moins une candidature doit être retenue");
  }

  @Test
  void theNotificationIsNotDatedInTheFuture() {
    threeCandidates();
    keepAllThree();
    assertThatThrownBy(() -> complete(DECIDER, Map.of("notifiedOn", "2026-03-03")))
        .isInstanceOf(BadUserRequestException.class)
        .hasMessageContaining("dans le futur");
  }

  @Test
  void fourContractsAYearWhateverTheRound() {
    threeCandidates();
    keepAllThree();
    finish();
    runJob();
    round = open(OPENING);
    assertThat(round).isEqualTo("selection-2026-2");
    candidature("21001", "D");
    candidature("21012", "E");
    scoreAll("d", "e");
    complete(EXAMINER, Map.of());
    decide(kept("d", "1250000", "625000"));
    decide(kept("e", "1250000", "625000"));
    refusedToFinish("Au plus 4 contrats par an : 2 retenus ici et 3 dans une autre sélection");
    decide(kept("d", "2500000", "1250000"));
    decide(turnedDown("e"));
    finish();
  }

  @Test
  void eachProgrammeOpensOnceWithItsSharesAndTheMunicipalTenth() {
    threeCandidates();
    keepAllThree();
    finish();
    runJob();
    assertThat(runtime.createProcessInstanceQuery().processDefinitionKey("Selection").count())
        .isZero();
    List<Envelope> opened =
        candidatures.of(round).stream()
            .map(c -> envelopes.find(c.programme()).orElseThrow())
            .toList();
    assertThat(opened)
        .extracting(Envelope::municipal)
        .containsExactly(
            new BigDecimal("83333.34"), new BigDecimal("83333.33"), new BigDecimal("83333.33"));
    assertThat(opened.get(2).total()).isEqualTo("833333.33");
    assertThat(envelopes.of(opened.get(0).programme()))
        .containsEntry(BudgetSource.REGION, new BigDecimal("1000000.00"))
        .doesNotContainKey(BudgetSource.OTHER);
    Programme programme = programmes.get(opened.get(0).programme());
    assertThat(programme.nis()).isEqualTo("21009");
    assertThat(programme.notifiedOn()).isEqualTo(LocalDate.parse("2026-02-27"));
    assertThat(clocks.open(programme.id(), "elaboration", Clocks.WHOLE_PROGRAMME))
        .hasValueSatisfying(c -> assertThat(c.dueOn()).isEqualTo("2026-11-27"));
    assertThat(selections.openProgrammes(round))
        .isEqualTo(opened.stream().map(Envelope::programme).toList());
    assertThat(ledger.of(programme.id()).stream().filter(e -> e.act().equals("envelope-granted")))
        .hasSize(1);
  }

  @Test
  void aCrashWhileOpeningUndoesItAllAndTheRetryOpensEachOnce() {
    threeCandidates();
    keepAllThree();
    finish();
    jdbc.sql(
            "create function trame.crash() returns trigger language plpgsql as 'begin if new.name ="
                + " ''C'' then raise exception ''crash''; end if; return new; end'")
        .update();
    jdbc.sql(
            "create trigger crash before insert on trame.programme for each row execute function"
                + " trame.crash()")
        .update();
    try {
      assertThatThrownBy(this::runJob).hasStackTraceContaining("crash");
    } finally {
      jdbc.sql("drop function trame.crash cascade").update();
    }
    assertThat(candidatures.of(round)).allMatch(c -> c.programme() == null);
    assertThat(job().getRetries()).isPositive();
    runJob();
    assertThat(candidatures.of(round)).extracting(Candidature::programme).doesNotHaveDuplicates();
    assertThat(candidatures.of(round)).noneMatch(c -> c.programme() == null);
  }

  @Test
  void aRefusedCandidatureKeepsItsReasonedNoticeAndADecidedRoundIsClosed() {
    threeCandidates();
    decide(kept("a", "2500000", "1250000"));
    decide(turnedDown("b"));
    decide(turnedDown("c"));
    finish();
    assertThat(acts())
        .filteredOn(e -> e.act().equals("candidature-refused"))
        .extracting(LedgerEntry::details)
        .allSatisfy(d -> assertThat(d.get("reason")).isEqualTo("Besoin moindre"))
        .hasSize(2);
    assertThat(candidatures.get(round, "b").reason()).isEqualTo("Besoin moindre");
    assertThatThrownBy(
            () ->
                selections.decide(
                    round, new DecideCandidature("b", false, "Autre motif", null, null)))
        .isInstanceOf(Refusal.class)
        .hasMessageContaining("refusal.round.state");
  }

  @Test
  void theWorksheetsSayWhatIsMissingAndShowTheGridWithItsSources() {
    Worksheet.Section grid = sections("Task_RegisterCandidatures").get(0);
    assertThat(grid.rows()).hasSize(2);
    assertThat(grid.rows()).allSatisfy(r -> assertThat(r.cells().get(2)).contains("S0:"));
    assertThat(sections("Task_RegisterCandidatures").get(1).notes())
        .singleElement()
        .matches(Worksheet.Note::blocking);
    threeCandidates();
    decide(kept("a", "1000000", "500000"));
    assertThat(sections("Task_DecideSelection").get(1).notes()).hasSize(4);
    assertThat(plainSpaces(sections("Task_DecideSelection").get(2).rows().get(0).cells().get(3)))
        .isEqualTo("1 500 000,00 €");
    keepAllThree();
    assertThat(sections("Task_DecideSelection").get(1).notes()).isEmpty();
  }

  /** What happened since the round of this test was opened. */
  private List<LedgerEntry> acts() {
    List<LedgerEntry> all = ledger.of(round);
    int opened = all.size() - 1;
    while (!all.get(opened).act().equals("round-opened")) {
      opened--;
    }
    return all.subList(opened, all.size());
  }

  private List<Worksheet.Section> sections(String task) {
    return edits.worksheet(task).sections(round);
  }

  private String open(Map<String, Object> form) {
    String definition =
        repository
            .createProcessDefinitionQuery()
            .processDefinitionKey("Selection")
            .latestVersion()
            .singleResult()
            .getId();
    var started =
        Actors.current().isSystem()
            ? as(EXAMINER, () -> forms.submitStartForm(definition, "typed", form))
            : forms.submitStartForm(definition, "typed", form);
    return runtime
        .createProcessInstanceQuery()
        .processInstanceId(started.getId())
        .singleResult()
        .getBusinessKey();
  }

  private void refusedToOpen(Map<String, Object> form, String words) {
    assertThatThrownBy(() -> open(form))
        .isInstanceOf(BadUserRequestException.class)
        .hasMessageContaining(words);
  }

  private void threeCandidates() {
    candidature("21009", "A");
    candidature("21013", "B");
    candidature("21015", "C");
    scoreAll("a", "b", "c");
    complete(EXAMINER, Map.of());
  }

  private void scoreAll(String... codes) {
    for (String code : codes) {
      score(code, "degradation", 50);
      score(code, "socio-economic", 50);
    }
  }

  private void candidature(String nis, String name) {
    as(EXAMINER, () -> edit("candidature", Map.of("municipality", nis, "programmeName", name)));
  }

  private void score(String candidature, String criterion, int score) {
    as(
        EXAMINER,
        () ->
            edit(
                "candidature-score",
                Map.of(
                    "candidature", candidature,
                    "criterion", criterion,
                    "score", score,
                    "scoreReason", "Relevé de 2025")));
  }

  private static Map<String, Object> kept(String code, String regional, String federal) {
    return Map.of(
        "candidature", code,
        "kept", true,
        "decisionReason", "Besoin élevé",
        "regionalShare", regional,
        "federalShare", federal);
  }

  private static Map<String, Object> turnedDown(String code) {
    return Map.of("candidature", code, "kept", false, "decisionReason", "Besoin moindre");
  }

  private void keepAllThree() {
    decide(kept("a", "1000000", "500000"));
    decide(kept("b", "1000000", "500000"));
    decide(kept("c", "500000", "250000"));
  }

  private void decide(Map<String, Object> form) {
    as(DECIDER, () -> edit("selection", form));
  }

  private void refusedToDecide(Map<String, Object> form, String key) {
    assertThatThrownBy(() -> decide(form)).isInstanceOf(Refusal.class).hasMessageContaining(key);
  }

  private void refused(String edit, Map<String, Object> form, String key) {
    assertThatThrownBy(() -> as(EXAMINER, () -> edit(edit, form)))
        .isInstanceOf(Refusal.class)
        .hasMessageContaining(key);
  }

  private boolean edit(String name, Map<String, Object> form) {
    edits.make(name, round, form);
    return true;
  }

  private void finish() {
    complete(DECIDER, Map.of("notifiedOn", "2026-02-27"));
  }

  private void refusedToFinish(String words) {
    assertThatThrownBy(this::finish)
        .isInstanceOf(BadUserRequestException.class)
        .satisfies(e -> assertThat(plainSpaces(e.getMessage())).contains(words));
  }

  private static String plainSpaces(String text) {
    return text.replaceAll("[\\u00a0\\u202f]", " ");
  }

  private void refusedToComplete(Map<String, Object> form, String words) {
    assertThatThrownBy(() -> complete(EXAMINER, form))
        .isInstanceOf(BadUserRequestException.class)
        .hasMessageContaining(words);
  }

  private void complete(Actor actor, Map<String, Object> form) {
    as(
        actor,
        () -> {
          forms.submitTaskForm(workflows.openTasks(round).get(0).id(), form);
          return true;
        });
  }

  private static <T> T as(Actor actor, Supplier<T> work) {
    return Actors.as(actor, work);
  }

  private Job job() {
    return management.createJobQuery().activityId("Service_OpenProgrammes").list().stream()
        .findFirst()
        .orElseThrow(NoSuchElementException::new);
  }

  private void runJob() {
    management.executeJob(job().getId());
  }

  private static Map<String, Object> with(Map<String, Object> form, String name, Object value) {
    Map<String, Object> more = new HashMap<>(form);
    more.put(name, value);
    return more;
  }

  private static Map<String, Object> without(Map<String, Object> form, String name) {
    Map<String, Object> less = new HashMap<>(form);
    less.remove(name);
    return less;
  }
}
