package org.trame.call;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.concurrent.atomic.AtomicInteger;
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
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.trame.PhaseStandIns;
import org.trame.TrameTest;
import org.trame.access.Actor;
import org.trame.access.Actors;
import org.trame.deadline.Clocks;
import org.trame.funding.Envelopes;
import org.trame.input.Refusal;
import org.trame.ledger.Ledger;
import org.trame.programme.Programmes;
import org.trame.workflow.TrameClock;
import org.trame.workflow.Workflows;
import org.trame.worksheet.Edits;
import org.trame.worksheet.Worksheet;

/** A round of EUR 2 500 000 from the Region and EUR 1 250 000 from the federal State. */
@TrameTest
abstract class SelectionTest {

  static final Actor EXAMINER = new Actor("region", List.of("region-examiner-brussels"));
  static final Actor DECIDER = new Actor("ministre", List.of("region-decider-brussels"));
  private static final AtomicInteger YEARS = new AtomicInteger(2100);

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

  /** Every test has a year of its own: rounds of one year know each other. */
  int year;

  Map<String, Object> opening;
  String round;

  @BeforeEach
  void opened() {
    year = YEARS.addAndGet(3);
    opening =
        Map.of("year", year, "regionalEnvelope", "2 500 000,00", "federalEnvelope", "1250000");
    clock.moveTo(Instant.parse(year + "-03-02T09:00:00Z"));
    phases.deploy();
    round = open(opening);
  }

  @AfterEach
  void realTime() {
    runtime
        .createProcessInstanceQuery()
        .processInstanceBusinessKeyLike("selection-21%")
        .list()
        .forEach(i -> runtime.deleteProcessInstance(i.getId(), "end of test"));
    phases.remove();
    clock.release();
  }

  List<Worksheet.Section> sections(String task) {
    return edits.worksheet(task).sections(round);
  }

  String open(Map<String, Object> form) {
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

  void refusedToOpen(Map<String, Object> form, String words) {
    assertThatThrownBy(() -> open(form))
        .isInstanceOf(BadUserRequestException.class)
        .hasMessageContaining(words);
  }

  void threeCandidates() {
    candidature("21009", "A");
    candidature("21013", "B");
    candidature("21015", "C");
    scoreAll("a", "b", "c");
    complete(EXAMINER, Map.of());
  }

  void scoreAll(String... codes) {
    for (String code : codes) {
      score(code, "degradation", 50);
      score(code, "socio-economic", 50);
    }
  }

  void candidature(String nis, String name) {
    as(EXAMINER, () -> edit("candidature", Map.of("municipality", nis, "programmeName", name)));
  }

  void score(String candidature, String criterion, int score) {
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

  static Map<String, Object> kept(String code, String regional, String federal) {
    return Map.of(
        "candidature", code,
        "kept", true,
        "decisionReason", "Besoin élevé",
        "regionalShare", regional,
        "federalShare", federal);
  }

  static Map<String, Object> turnedDown(String code) {
    return Map.of("candidature", code, "kept", false, "decisionReason", "Besoin moindre");
  }

  void keepAllThree() {
    decide(kept("a", "1000000", "500000"));
    decide(kept("b", "1000000", "500000"));
    decide(kept("c", "500000", "250000"));
  }

  void decide(Map<String, Object> form) {
    as(DECIDER, () -> edit("selection", form));
  }

  void refusedToDecide(Map<String, Object> form, String key) {
    assertThatThrownBy(() -> decide(form)).isInstanceOf(Refusal.class).hasMessageContaining(key);
  }

  void refused(String edit, Map<String, Object> form, String key) {
    assertThatThrownBy(() -> as(EXAMINER, () -> edit(edit, form)))
        .isInstanceOf(Refusal.class)
        .hasMessageContaining(key);
  }

  boolean edit(String name, Map<String, Object> form) {
    edits.make(name, round, form);
    return true;
  }

  void finish() {
    complete(DECIDER, Map.of("notifiedOn", year + "-02-27"));
  }

  void refusedToFinish(String words) {
    assertThatThrownBy(this::finish)
        .isInstanceOf(BadUserRequestException.class)
        .satisfies(e -> assertThat(plainSpaces(e.getMessage())).contains(words));
  }

  static String plainSpaces(String text) {
    return text.replaceAll("[\\u00a0\\u202f]", " ");
  }

  void refusedToComplete(Map<String, Object> form, String words) {
    assertThatThrownBy(() -> complete(EXAMINER, form))
        .isInstanceOf(BadUserRequestException.class)
        .hasMessageContaining(words);
  }

  void complete(Actor actor, Map<String, Object> form) {
    as(
        actor,
        () -> {
          forms.submitTaskForm(workflows.openTasks(round).get(0).id(), form);
          return true;
        });
  }

  static <T> T as(Actor actor, Supplier<T> work) {
    return Actors.as(actor, work);
  }

  Job job() {
    return management.createJobQuery().activityId("Service_OpenProgrammes").list().stream()
        .findFirst()
        .orElseThrow(NoSuchElementException::new);
  }

  void runJob() {
    management.executeJob(job().getId());
  }

  static Map<String, Object> with(Map<String, Object> form, String name, Object value) {
    Map<String, Object> more = new HashMap<>(form);
    more.put(name, value);
    return more;
  }

  static Map<String, Object> without(Map<String, Object> form, String name) {
    Map<String, Object> less = new HashMap<>(form);
    less.remove(name);
    return less;
  }
}
