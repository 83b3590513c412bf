package org.trame.deadline.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import org.trame.TestProgrammes;
import org.trame.TrameTest;
import org.trame.calendar.Term;
import org.trame.calendar.Unit;
import org.trame.deadline.Clocks;
import org.trame.deadline.LegalClock;
import org.trame.input.Refusal;
import org.trame.ledger.Ledger;
import org.trame.workflow.TrameClock;

/** The engine's timers and due dates follow the clock, in its transaction. */
@TrameTest
class EngineTimersTests {

  private static final String PROCESS = "ClockTimersTest";

  /** One clock, four ways a model follows it. */
  private static final String MODEL =
      """
      <?xml version="1.0" encoding="UTF-8"?>
      <definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL"
          xmlns:camunda="http://camunda.org/schema/1.0/bpmn"
          xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" targetNamespace="trame">
        <process id="ClockTimersTest" isExecutable="true" camunda:historyTimeToLive="1">
          <startEvent id="Start"/>
          <sequenceFlow id="f1" sourceRef="Start" targetRef="Fork"/>
          <parallelGateway id="Fork"/>
          <sequenceFlow id="f2" sourceRef="Fork" targetRef="Task_Due"/>
          <sequenceFlow id="f3" sourceRef="Fork" targetRef="Task_Bounded"/>
          <sequenceFlow id="f4" sourceRef="Fork" targetRef="Event_Caught"/>
          <userTask id="Task_Due" camunda:candidateGroups="coordinator-21009"
              camunda:dueDate="${limits.due(execution, 'drafting')}">
            <extensionElements>
              <camunda:properties>
                <camunda:property name="timeLimit" value="drafting"/>
              </camunda:properties>
              <camunda:taskListener event="timeout" id="Late"
                  delegateExpression="${escalateDelegate}">
                <timerEventDefinition id="LateTimer">
                  <timeDate xsi:type="tFormalExpression">${limits.due(execution, 'drafting')}</timeDate>
                </timerEventDefinition>
              </camunda:taskListener>
            </extensionElements>
          </userTask>
          <sequenceFlow id="f5" sourceRef="Task_Due" targetRef="End_Done"/>
          <endEvent id="End_Done"/>
          <userTask id="Task_Bounded"/>
          <sequenceFlow id="f6" sourceRef="Task_Bounded" targetRef="End_Done"/>
          <boundaryEvent id="Event_Bound" attachedToRef="Task_Bounded">
            <extensionElements>
              <camunda:properties>
                <camunda:property name="timeLimit" value="drafting"/>
              </camunda:properties>
            </extensionElements>
            <timerEventDefinition id="BoundTimer">
              <timeDate xsi:type="tFormalExpression">${limits.due(execution, 'drafting')}</timeDate>
            </timerEventDefinition>
          </boundaryEvent>
          <sequenceFlow id="f7" sourceRef="Event_Bound" targetRef="End_Late"/>
          <endEvent id="End_Late"/>
          <intermediateCatchEvent id="Event_Caught">
            <extensionElements>
              <camunda:properties>
                <camunda:property name="timeLimit" value="drafting"/>
              </camunda:properties>
            </extensionElements>
            <timerEventDefinition id="CaughtTimer">
              <timeDate xsi:type="tFormalExpression">${limits.due(execution, 'drafting')}</timeDate>
            </timerEventDefinition>
          </intermediateCatchEvent>
          <sequenceFlow id="f8" sourceRef="Event_Caught" targetRef="End_Late"/>
        </process>
      </definitions>
      """;

  @Autowired Clocks clocks;
  @Autowired TestProgrammes programmes;
  @Autowired RuntimeService runtime;
  @Autowired RepositoryService repository;
  @Autowired ManagementService management;
  @Autowired TaskService tasks;
  @Autowired HistoryService history;
  @Autowired TransactionTemplate transaction;
  @Autowired Ledger ledger;
  @Autowired JdbcClient jdbc;
  @Autowired TrameClock time;

  private String deployment;
  private String programme;
  private String instance;

  @BeforeEach
  void start() {
    time.moveTo(Instant.parse("2026-03-02T09:00:00Z"));
    deployment =
        repository
            .createDeployment()
            .addInputStream(
                PROCESS + ".bpmn", new ByteArrayInputStream(MODEL.getBytes(StandardCharsets.UTF_8)))
            .deploy()
            .getId();
    begin();
  }

  private void begin() {
    programme = programmes.bare("Minuteries", "21009");
    instance =
        runtime
            .startProcessInstanceByKey(PROCESS, programme, Map.of("regime", "contrat-de-quartier"))
            .getId();
  }

  @AfterEach
  void end() {
    repository.deleteDeployment(deployment, true);
    time.release();
  }

  private LegalClock clock() {
    return clocks.of(programme).get(0);
  }

  /** Makes the rule this clock keeps one that an event suspends. */
  private void suspensible(String resumption) {
    jdbc.sql(
            "update trame.legal_clock set rule = rule || jsonb_build_object('suspendedBy',"
                + " jsonb_build_array('remarks-sent'), 'resumption', ?) where id = ?")
        .params(resumption, clock().id())
        .update();
  }

  private List<Job> timers() {
    return management.createJobQuery().processInstanceId(instance).timers().list();
  }

  private Task task() {
    return tasks
        .createTaskQuery()
        .processInstanceId(instance)
        .taskDefinitionKey("Task_Due")
        .singleResult();
  }

  private void allAre(String moment) {
    assertThat(timers())
        .hasSize(3)
        .allSatisfy(t -> assertThat(t.getDuedate()).isEqualTo(Instant.parse(moment)))
        .noneMatch(Job::isSuspended);
    assertThat(task().getDueDate()).isEqualTo(Date.from(Instant.parse(moment)));
  }

  private void on(String day) {
    time.moveTo(Instant.parse(day + "T09:00:00Z"));
  }

  @Test
  void theyAreDueAtTheEndOfTheLastDay() {
    // 90 days from 2 March end on Sunday 31 May.
    allAre("2026-06-01T21:59:59Z");
  }

  @Test
  void theyStandStillAndGoOn() {
    suspensible("CONTINUE");
    on("2026-03-16");
    clocks.happened(programme, "remarks-sent");
    assertThat(timers()).hasSize(3).allMatch(Job::isSuspended);
    assertThat(task().getDueDate()).isNull();
    on("2026-03-26");
    clocks.ceased(programme, "remarks-sent");
    // Ten days more: 10 June.
    allAre("2026-06-10T21:59:59Z");
  }

  @Test
  void whatOpensWhileTheClockStandsStillWaitsForIt() {
    programme = programmes.bare("Minuteries", "21009");
    clocks.start(
        "contrat-de-quartier",
        programme,
        "drafting",
        Clocks.WHOLE_PROGRAMME,
        LocalDate.parse("2026-03-02"));
    suspensible("CONTINUE");
    on("2026-03-16");
    clocks.happened(programme, "remarks-sent");
    instance =
        runtime
            .startProcessInstanceByKey(PROCESS, programme, Map.of("regime", "contrat-de-quartier"))
            .getId();
    assertThat(task().getDueDate()).isNull();
    assertThat(timers())
        .hasSize(3)
        .allMatch(t -> t.getDuedate().toInstant().isAfter(Instant.parse("2900-01-01T00:00:00Z")));
    on("2026-03-26");
    clocks.ceased(programme, "remarks-sent");
    allAre("2026-06-10T21:59:59Z");
  }

  @Test
  void theyBeginAgain() {
    suspensible("RESTART");
    on("2026-03-16");
    clocks.happened(programme, "remarks-sent");
    on("2026-03-26");
    clocks.ceased(programme, "remarks-sent");
    // 90 days from 26 March.
    allAre("2026-06-24T21:59:59Z");
  }

  @Test
  void theyMoveWithAnExtension() {
    clocks.extend(clock(), new Term(30, Unit.DAY), "");
    allAre("2026-06-30T21:59:59Z");
  }

  @Test
  void theyMoveWithAnEventsDay() {
    clocks.moveTo(clock(), LocalDate.parse("2026-12-01"), "");
    allAre("2026-12-01T22:59:59Z");
  }

  @Test
  void whatIsRolledBackMovesNothing() {
    suspensible("CONTINUE");
    transaction.executeWithoutResult(
        t -> {
          clocks.extend(clock(), new Term(30, Unit.DAY), "");
          t.setRollbackOnly();
        });
    allAre("2026-06-01T21:59:59Z");
    transaction.executeWithoutResult(
        t -> {
          clocks.happened(programme, "remarks-sent");
          t.setRollbackOnly();
        });
    allAre("2026-06-01T21:59:59Z");
    assertThat(clock().state()).isEqualTo(LegalClock.State.RUNNING);
    assertThat(clocks.computations(clock().id())).hasSize(1);
  }

  @Test
  void aTaskDoneWhileItsTimerFiresIsDoneAndRecordedOnce() throws Exception {
    for (int round = 0; round < 8; round++) {
      begin();
      time.moveTo(Instant.parse("2026-06-01T22:30:00Z"));
      Job late = timer("Task_Due");
      String task = task().getId();
      together(
          () -> {
            management.executeJob(late.getId());
            return null;
          },
          () -> {
            tasks.complete(task);
            return null;
          });
      if (task() != null) {
        tasks.complete(task);
      }
      assertThat(clock().state()).isEqualTo(LegalClock.State.MET_LATE);
      assertThat(ledger.of(programme).stream().filter(e -> e.act().equals("clock-missed")).count())
          .isLessThanOrEqualTo(1);
      time.moveTo(Instant.parse("2026-03-02T09:00:00Z"));
    }
  }

  @Test
  void anExtensionGrantedWhileTheTimerFiresMovesItOrComesTooLate() throws Exception {
    for (int round = 0; round < 8; round++) {
      begin();
      time.moveTo(Instant.parse("2026-06-01T21:59:59Z"));
      Job late = timer("Task_Due");
      together(
          () -> {
            management.executeJob(late.getId());
            return null;
          },
          () -> clocks.extend(clock(), new Term(30, Unit.DAY), ""));
      assertThat(clock().dueOn().toString() + clock().state())
          .isIn("2026-06-30RUNNING", "2026-06-01MISSED");
      boolean runs = clock().state() == LegalClock.State.RUNNING;
      assertThat(task().getDueDate())
          .isEqualTo(runs ? "2026-06-30T23:59:59" : "2026-06-01T23:59:59");
      assertThat(timer("Task_Due") != null).as("a timer to come").isEqualTo(runs);
      time.moveTo(Instant.parse("2026-03-02T09:00:00Z"));
    }
  }

  private Job timer(String activity) {
    return management
        .createJobQuery()
        .processInstanceId(instance)
        .activityId(activity)
        .singleResult();
  }

  /** The loser of a race is refused by a row's version or lock, as it would be on two nodes. */
  private static void together(Callable<?> one, Callable<?> other) throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(2);
    try {
      CyclicBarrier start = new CyclicBarrier(2);
      List<Future<Boolean>> both =
          List.of(
              threads.submit(() -> works(start, one)), threads.submit(() -> works(start, other)));
      assertThat(List.of(both.get(0).get(), both.get(1).get())).contains(true);
    } finally {
      threads.shutdownNow();
    }
  }

  private static boolean works(CyclicBarrier start, Callable<?> work) throws Exception {
    start.await();
    try {
      work.call();
      return true;
    } catch (ProcessEngineException | Refusal lost) {
      return false;
    }
  }
}
