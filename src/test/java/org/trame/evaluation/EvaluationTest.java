package org.trame.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.BadUserRequestException;
import org.camunda.bpm.engine.FormService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.AfterEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.trame.TestProgrammes;
import org.trame.TrameTest;
import org.trame.access.Actor;
import org.trame.access.Actors;
import org.trame.consultation.Commission;
import org.trame.input.Refusal;
import org.trame.language.Messages;
import org.trame.ledger.Ledger;
import org.trame.ledger.LedgerEntry;
import org.trame.programme.Contents;
import org.trame.workflow.TrameClock;
import org.trame.workflow.Workflows;
import org.trame.worksheet.Edits;
import org.trame.worksheet.Worksheet;

/** A programme of Ixelles whose content in force has two actions and two objectives. */
@TrameTest
abstract class EvaluationTest {

  static final Actor COORDINATOR = new Actor("coordinateur", List.of("coordinator-21009"));

  @Autowired Workflows workflows;
  @Autowired TaskService tasks;
  @Autowired FormService forms;
  @Autowired RuntimeService runtime;
  @Autowired ManagementService jobs;
  @Autowired Edits edits;
  @Autowired Messages messages;
  @Autowired Ledger ledger;
  @Autowired Contents contents;
  @Autowired Monitoring monitoring;
  @Autowired Commission commission;
  @Autowired TestProgrammes programmes;
  @Autowired TrameClock clock;
  @Autowired JdbcClient jdbc;

  String programme;

  @AfterEach
  void realTime() {
    clock.release();
  }

  void at(String instant) {
    clock.moveTo(Instant.parse(instant));
  }

  void approvedProgramme() {
    programme = programmes.bare("Essai de suivi", "21009");
    commission.open(programme);
    action("A1", 4, "Place Fernand Cocq", "Commune d’Ixelles", "150000.00");
    action("A2", 5, "Maison des familles", "ASBL Matongé en couleurs", "30000.00");
    objective("O1", "A1", "Piétonniser", "m² piétons", "1200", "3000");
    objective("O2", "A2", "Accueillir les familles", "familles par an", "0", "120");
    contents.approve(programme, contents.freeze(programme, "submission"), Map.of());
  }

  private void action(String code, int strand, String title, String carrier, String amount) {
    jdbc.sql("insert into trame.programme_action values (?, ?, ?, ?, '', ?)")
        .params(programme, code, strand, title, carrier)
        .update();
    jdbc.sql("insert into trame.programme_budget_line values (?, ?, 2026, 'REGION', ?::numeric)")
        .params(programme, code, amount)
        .update();
  }

  private void objective(
      String code,
      String action,
      String statement,
      String indicator,
      String baseline,
      String target) {
    jdbc.sql(
            "insert into trame.programme_objective values (?, ?, ?, ?, ?, ?, ?, 'Comptage',"
                + " '2030-06-30')")
        .params(programme, code, action, statement, indicator, baseline, target)
        .update();
  }

  void begin(String process, Map<String, Object> more) {
    Map<String, Object> variables = new HashMap<>(more);
    variables.put("regime", "contrat-de-quartier");
    workflows.start(process, programme, variables);
  }

  List<Task> open() {
    return tasks
        .createTaskQuery()
        .processInstanceBusinessKey(programme)
        .orderByTaskCreateTime()
        .asc()
        .list();
  }

  List<String> openKeys() {
    return open().stream().map(Task::getTaskDefinitionKey).toList();
  }

  Task task(String key) {
    return tasks
        .createTaskQuery()
        .processInstanceBusinessKey(programme)
        .taskDefinitionKey(key)
        .singleResult();
  }

  void submit(String key, Map<String, Object> form) {
    forms.submitTaskForm(task(key).getId(), form);
  }

  void refused(String key, Map<String, Object> form, String... words) {
    assertThatThrownBy(() -> submit(key, form))
        .isInstanceOf(BadUserRequestException.class)
        .hasMessageContainingAll(words);
  }

  void edit(Actor actor, String name, Map<String, ?> values) {
    Actors.as(
        actor,
        () -> {
          edits.make(name, programme, values);
          return null;
        });
  }

  void edit(String name, Map<String, ?> values) {
    edit(COORDINATOR, name, values);
  }

  void editRefused(Actor actor, String name, Map<String, ?> values, String words) {
    assertThatThrownBy(() -> edit(actor, name, values))
        .isInstanceOfSatisfying(
            Refusal.class, refusal -> assertThat(messages.say(refusal)).contains(words));
  }

  void editRefused(String name, Map<String, ?> values, String words) {
    editRefused(COORDINATOR, name, values, words);
  }

  /** Blocking sentences of the worksheet of a task. */
  List<String> blocking(String taskKey) {
    return edits.worksheet(taskKey).sections(programme).stream()
        .flatMap(s -> s.notes().stream())
        .filter(Worksheet.Note::blocking)
        .map(Worksheet.Note::sentence)
        .toList();
  }

  Worksheet.Section section(String taskKey, String name) {
    return edits.worksheet(taskKey).sections(programme).stream()
        .filter(s -> s.name().equals(name))
        .findFirst()
        .orElseThrow();
  }

  /** Runs the timers of this programme that are due by now. */
  void timers() {
    for (Task task : open()) {
      jobs
          .createJobQuery()
          .processInstanceId(task.getProcessInstanceId())
          .timers()
          .duedateLowerThan(java.util.Date.from(clock.instant()))
          .list()
          .stream()
          .map(Job::getId)
          .forEach(jobs::executeJob);
    }
  }

  List<String> acts() {
    return ledger.of(programme).stream().map(LedgerEntry::act).toList();
  }

  static Map<String, Object> with(Map<String, ?> values, String name, Object value) {
    Map<String, Object> more = new HashMap<>(values);
    more.put(name, value);
    return more;
  }

  /** Ends the programme as the lifecycle does. */
  void endsClosed() {
    jdbc.sql("update trame.programme set state = 'CLOSED', ended_on = current_date where id = ?")
        .param(programme)
        .update();
  }

  void databaseRefuses(String sql, String words) {
    assertThatThrownBy(() -> jdbc.sql(sql).param(programme).update())
        .rootCause()
        .hasMessageContaining(words);
  }
}
