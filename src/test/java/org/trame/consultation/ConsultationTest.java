package org.trame.consultation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.BadUserRequestException;
import org.camunda.bpm.engine.FormService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.identity.User;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.AfterEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.trame.TestProgrammes;
import org.trame.TrameTest;
import org.trame.access.Actor;
import org.trame.access.Actors;
import org.trame.input.Refusal;
import org.trame.language.Messages;
import org.trame.ledger.Ledger;
import org.trame.ledger.LedgerEntry;
import org.trame.workflow.TrameClock;
import org.trame.workflow.Workflows;
import org.trame.worksheet.Edits;
import org.trame.worksheet.Worksheet;

/** What the tests of this module do: people of Ixelles at work on one programme. */
@TrameTest
abstract class ConsultationTest {

  static final Actor COORDINATOR = new Actor("coordinateur", List.of("coordinator-21009"));

  @Autowired Workflows workflows;
  @Autowired TaskService tasks;
  @Autowired FormService forms;
  @Autowired RuntimeService runtime;
  @Autowired ManagementService jobs;
  @Autowired Edits edits;
  @Autowired Messages messages;
  @Autowired Ledger ledger;
  @Autowired Commission commission;
  @Autowired TestProgrammes programmes;
  @Autowired TrameClock clock;

  @Autowired IdentityService identities;

  private final List<String> accounts = new ArrayList<>();
  String programme;

  @AfterEach
  void realTime() {
    clock.release();
    accounts.forEach(identities::deleteUser);
  }

  /** An account that may be a member's in Ixelles. */
  void account(String name) {
    String group = "commission-member-21009";
    if (identities.createGroupQuery().groupId(group).count() == 0) {
      identities.saveGroup(identities.newGroup(group));
    }
    if (identities.createUserQuery().userId(name).count() == 0) {
      User user = identities.newUser(name);
      user.setPassword("un-long-mot-de-passe");
      identities.saveUser(user);
      identities.createMembership(name, group);
      accounts.add(name);
    }
  }

  void at(String instant) {
    clock.moveTo(Instant.parse(instant));
  }

  void begin(String process) {
    workflows.start(process, programme, Map.of("regime", "contrat-de-quartier"));
  }

  Task task(String key) {
    return tasks
        .createTaskQuery()
        .processInstanceBusinessKey(programme)
        .taskDefinitionKey(key)
        .singleResult();
  }

  List<String> open() {
    return tasks.createTaskQuery().processInstanceBusinessKey(programme).list().stream()
        .map(Task::getTaskDefinitionKey)
        .toList();
  }

  boolean ended() {
    return runtime.createProcessInstanceQuery().processInstanceBusinessKey(programme).count() == 0;
  }

  void submit(String key, Map<String, Object> form) {
    String id = task(key).getId();
    submitAs(new Actor("agent", List.of("coordinator-21009", "council-secretary-21009")), id, form);
  }

  /** As over the engine's REST interface: with the rights of that person only. */
  void submitAs(Actor actor, String task, Map<String, Object> form) {
    identities.setAuthentication(actor.userId(), actor.groups());
    try {
      forms.submitTaskForm(task, form);
    } finally {
      identities.clearAuthentication();
    }
  }

  void refused(String key, Map<String, Object> form, String words) {
    assertThatThrownBy(() -> submit(key, form))
        .isInstanceOf(BadUserRequestException.class)
        .hasMessageContaining(words);
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

  void editRefused(String name, Map<String, ?> values, String words) {
    assertThatThrownBy(() -> edit(name, values))
        .isInstanceOfSatisfying(
            Refusal.class, refusal -> assertThat(messages.say(refusal)).contains(words));
  }

  /** Runs the timers that are due by now, one by one. */
  void timers() {
    for (Job job :
        jobs.createJobQuery()
            .timers()
            .duedateLowerThan(java.util.Date.from(clock.instant()))
            .list()) {
      String about =
          runtime
              .createProcessInstanceQuery()
              .processInstanceId(job.getProcessInstanceId())
              .singleResult()
              .getBusinessKey();
      if (programme.equals(about) && jobs.createJobQuery().jobId(job.getId()).count() == 1) {
        jobs.executeJob(job.getId());
      }
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

  void nominate(String category, String person) {
    edit(
        "nomination",
        Map.of("category", category, "personName", person, "mandateFrom", "2026-01-10"));
  }

  /** The page of the open task can be drawn; returns its sections' names. */
  List<String> page(Actor actor, String key) {
    return Actors.as(
        actor,
        () ->
            edits.worksheet(key).sections(programme).stream()
                .peek(this::assertWorded)
                .map(Worksheet.Section::name)
                .toList());
  }

  private void assertWorded(Worksheet.Section section) {
    assertThat(section.rows())
        .allSatisfy(r -> assertThat(r.cells()).hasSameSizeAs(section.columns()));
    assertThat(messages.sayOr("section." + section.name(), "")).isNotBlank();
    for (String column : section.columns()) {
      String words = messages.sayOr("column." + column, "");
      assertThat(messages.sayOr("column." + section.name() + "." + column, words))
          .as(section.name() + " " + column)
          .isNotBlank();
    }
  }

  /** Eight inhabitants, and reasons for every seat left vacant. */
  void inhabitants() {
    for (int n = 1; n <= 8; n++) {
      nominate("INHABITANT", "Personne " + n);
    }
    for (SeatCategory category : commission.seats(programme)) {
      if (category.vacant() > 0) {
        edit(
            "vacancy-reason",
            Map.of("category", category.category(), "vacancyReason", "Aucun candidat"));
      }
    }
  }

  /** A commission of eight inhabitants, designated on 20 January 2026. */
  void designatedCommission() {
    at("2026-01-10T09:00:00Z");
    programme = programmes.bare("Essai", "21009");
    begin("CommissionSetUp");
    inhabitants();
    submit("Task_NominateMembers", Map.of());
    at("2026-01-20T09:00:00Z");
    submit(
        "Task_DesignateCommission",
        Map.of("resolutionNumber", "2026/9", "resolutionOn", LocalDate.now(clock).toString()));
    submit(
        "Task_AdoptInternalRules",
        Map.of("adoptedOn", "2026-01-20", "documentsDays", 10, "quorumPercent", 50));
  }
}
