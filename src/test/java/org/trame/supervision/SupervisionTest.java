package org.trame.supervision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.trame.approval.ApprovalDriver.COORDINATOR;
import static org.trame.approval.ApprovalDriver.EXAMINER;
import static org.trame.approval.ApprovalDriver.MINISTER;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.camunda.bpm.engine.BadUserRequestException;
import org.camunda.bpm.engine.FormService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.trame.access.Actor;
import org.trame.access.Actors;
import org.trame.approval.ApprovalDriver;
import org.trame.deadline.Clocks;
import org.trame.deadline.LegalClock;
import org.trame.implementation.Implementations;
import org.trame.language.Messages;
import org.trame.ledger.Ledger;
import org.trame.ledger.LedgerEntry;
import org.trame.regime.Regimes;
import org.trame.workflow.TrameClock;
import org.trame.worksheet.Edits;

/** A programme approved on 2 March 2026, and the people who send and decide its acts. */
abstract class SupervisionTest {

  static final String REGIME = "contrat-de-quartier";

  @Autowired ApprovalDriver people;
  @Autowired Supervision supervision;
  @Autowired SupervisedActs acts;
  @Autowired Implementations implementations;
  @Autowired Regimes regimes;
  @Autowired Clocks clocks;
  @Autowired Edits edits;
  @Autowired Ledger ledger;
  @Autowired Messages messages;
  @Autowired TaskService tasks;
  @Autowired FormService forms;
  @Autowired ManagementService management;
  @Autowired JdbcClient jdbc;
  @Autowired TrameClock clock;

  String programme;

  @BeforeEach
  void implemented() {
    clock.moveTo(Instant.parse("2026-03-02T08:00:00Z"));
    programme = people.programme("Essai de tutelle");
    implementations.begin(programme, LocalDate.parse("2026-03-02"));
  }

  @AfterEach
  void realTime() {
    clock.release();
  }

  SupervisedAct sent(ActKind kind, String reference) {
    send(reference, "kind", kind.name());
    return acts.of(programme).stream()
        .filter(a -> a.reference().equals(reference))
        .findFirst()
        .orElseThrow();
  }

  void send(String reference, Object... more) {
    Map<String, Object> form = form(reference);
    form.putAll(ApprovalDriver.map(more));
    people.edit(COORDINATOR, programme, "transmit-act", flat(form));
  }

  void sendRefused(String words, Object... more) {
    Map<String, Object> form = form("2026/99");
    form.putAll(ApprovalDriver.map(more));
    people.editRefused(words, COORDINATOR, programme, "transmit-act", flat(form));
  }

  /** An act taken ten days ago and received today. */
  Map<String, Object> form(String reference) {
    LocalDate today = LocalDate.now(clock);
    return ApprovalDriver.map(
        "kind",
        "BUDGET",
        "title",
        "Place communale",
        "reference",
        reference,
        "resolutionOn",
        today.minusDays(10).toString(),
        "receivedOn",
        today.toString(),
        "receipt",
        "Récépissé 12");
  }

  static Object[] flat(Map<String, Object> form) {
    return form.entrySet().stream()
        .flatMap(e -> java.util.stream.Stream.of(e.getKey(), e.getValue()))
        .toArray();
  }

  void examine(String reference) {
    submit(
        EXAMINER,
        task("Task_ExamineAct", reference),
        Map.of("proposal", "APPROVED", "proposalMotives", "Conforme"));
  }

  void decide(String reference, String decision, Object... more) {
    Map<String, Object> form = ApprovalDriver.map(more);
    form.put("actDecision", decision);
    form.put("decree", "A 2026/7");
    form.putIfAbsent("sentOn", LocalDate.now(clock).toString());
    submit(MINISTER, task("Task_DecideAct", reference), form);
  }

  void decideRefused(String words, String reference, String decision, Object... more) {
    assertThatThrownBy(() -> decide(reference, decision, more))
        .asInstanceOf(InstanceOfAssertFactories.type(BadUserRequestException.class))
        .satisfies(r -> assertThat(r).hasMessageContaining(words));
  }

  /** The minister writes down a decree that was sent on this day, after the silence. */
  void found(String reference, String decision, String sentOn, Object... more) {
    people.edit(
        MINISTER, programme, "record-decree", flat(decree(reference, decision, sentOn, more)));
  }

  void foundRefused(
      String words, String reference, String decision, String sentOn, Object... more) {
    people.editRefused(
        words,
        MINISTER,
        programme,
        "record-decree",
        flat(decree(reference, decision, sentOn, more)));
  }

  static Map<String, Object> decree(
      String reference, String decision, String sentOn, Object... more) {
    Map<String, Object> form =
        ApprovalDriver.map(
            "tacitAct",
            reference,
            "decreeDecision",
            decision,
            "decree",
            "A 2026/8",
            "sentOn",
            sentOn,
            "sendingProof",
            "Recommandé RA 12, retrouvé au courrier");
    form.putAll(ApprovalDriver.map(more));
    return form;
  }

  void submit(Actor actor, Task task, Map<String, Object> form) {
    Actors.as(
        actor,
        () -> {
          forms.submitTaskForm(task.getId(), form);
          return null;
        });
  }

  Task task(String key, String reference) {
    return tasks
        .createTaskQuery()
        .processInstanceBusinessKey(programme)
        .taskDefinitionKey(key)
        .taskDescription(reference)
        .singleResult();
  }

  SupervisedAct act() {
    return acts.of(programme).get(0);
  }

  LegalClock clockOf(SupervisedAct act) {
    return clocks.get(act.clock()).orElseThrow();
  }

  Instant timer() {
    return people.timers(programme).get(0).getDuedate().toInstant();
  }

  boolean available(Actor actor) {
    return Actors.as(actor, () -> edits.available("transmit-act", programme));
  }

  List<LedgerEntry> entries(String act) {
    return ledger.of(programme).stream().filter(e -> e.act().equals(act)).toList();
  }

  void moveTo(String instant) {
    people.moveTo(programme, instant);
  }
}
