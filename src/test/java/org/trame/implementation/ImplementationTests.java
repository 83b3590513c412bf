package org.trame.implementation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.trame.approval.ApprovalDriver.COORDINATOR;
import static org.trame.approval.ApprovalDriver.MINISTER;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Date;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.trame.TrameTest;
import org.trame.access.Actor;
import org.trame.access.Actors;
import org.trame.approval.ApprovalDriver;
import org.trame.deadline.Clocks;
import org.trame.deadline.LegalClock;
import org.trame.programme.Programmes;
import org.trame.workflow.TrameClock;
import org.trame.workflow.Workflows;
import org.trame.worksheet.Edits;

/**
 * Four years on the real engine, approved on 1 June 2026. The annual cycle and the amendment are
 * replaced by processes with one task, so that this tests their calls only.
 */
@TrameTest
class ImplementationTests {

  @Autowired ApprovalDriver people;
  @Autowired Workflows workflows;
  @Autowired Implementations implementations;
  @Autowired Extensions extensions;
  @Autowired Programmes programmes;
  @Autowired Clocks clocks;
  @Autowired Edits edits;
  @Autowired RuntimeService runtime;
  @Autowired TaskService tasks;
  @Autowired ManagementService management;
  @Autowired RepositoryService repository;
  @Autowired TrameClock clock;

  private String programme;
  private String deployment;

  @BeforeEach
  void approved() {
    clock.moveTo(Instant.parse("2026-06-01T08:00:00Z"));
    deployment =
        repository
            .createDeployment()
            .name("implementation-test")
            .addModelInstance("AnnualCycle.bpmn", standIn("AnnualCycle"))
            .addModelInstance("Amendment.bpmn", standIn("Amendment"))
            .deploy()
            .getId();
    programme = people.programme("Essai de mise en œuvre");
    implementations.begin(programme, LocalDate.parse("2026-06-01"));
    workflows.start("Implementation", programme, Map.of("regime", "contrat-de-quartier"));
  }

  @AfterEach
  void realTime() {
    runtime
        .createProcessInstanceQuery()
        .processInstanceBusinessKey(programme)
        .rootProcessInstances()
        .list()
        .forEach(i -> runtime.deleteProcessInstance(i.getId(), "test", false, true));
    dropStandIns();
    clock.release();
  }

  private static org.camunda.bpm.model.bpmn.BpmnModelInstance standIn(String process) {
    return Bpmn.createExecutableProcess(process)
        .camundaHistoryTimeToLive(30)
        .startEvent()
        .userTask("Task_" + process)
        .endEvent()
        .done();
  }

  private void dropStandIns() {
    if (deployment != null) {
      repository.deleteDeployment(deployment, true);
      deployment = null;
    }
  }

  @Test
  void theRealAnnualCycleIsAskedForItsYear() {
    dropStandIns();
    people.moveTo(programme, "2027-06-01T08:00:00Z");
    assertThat(workflows.openTasks(programme))
        .singleElement()
        .satisfies(t -> assertThat(t.process()).isEqualTo("AnnualCycle"))
        .satisfies(t -> assertThat(tasks.getVariable(t.id(), "year")).isEqualTo(1));
  }

  @Test
  void fourYearsThenTheEnd() {
    assertThat(programmes.get(programme).implementationEndsOn()).isEqualTo("2030-06-01");
    assertThat(endTimer()).isEqualTo(Instant.parse("2030-06-01T21:59:59Z"));
    years(4);
    assertThat(running()).isTrue();
    people.moveTo(programme, "2030-06-02T08:00:00Z");
    assertThat(running()).isFalse();
    assertThat(termState()).isEqualTo(LegalClock.State.MET);
  }

  @Test
  void eachYearHasItsCycleWithItsNumber() {
    people.moveTo(programme, "2028-06-02T08:00:00Z");
    assertThat(cycles()).containsExactlyInAnyOrder(1, 2);
    assertThat(implementations.years(programme)).containsExactly(1, 2);
  }

  @Test
  void yearsThatPassedWhileTheProgramStoodStillAreNotSkipped() {
    clock.moveTo(Instant.parse("2029-01-15T08:00:00Z"));
    management.executeJob(yearTimer().getId());
    assertThat(cycles()).containsExactlyInAnyOrder(1, 2);
    people.moveTo(programme, "2029-06-02T08:00:00Z");
    assertThat(cycles()).containsExactlyInAnyOrder(1, 2, 3);
  }

  @Test
  void anApprovalOnTheTwentyNinthOfFebruaryHasFourYearsToo() {
    String leap = people.programme("Approuvé un 29 février");
    clock.moveTo(Instant.parse("2028-02-29T08:00:00Z"));
    implementations.begin(leap, LocalDate.parse("2028-02-29"));
    workflows.start("Implementation", leap, Map.of("regime", "contrat-de-quartier"));
    people.moveTo(leap, "2032-02-28T22:00:00Z");
    assertThat(implementations.years(leap)).containsExactly(1, 2, 3, 4);
  }

  @Test
  void theEndWaitsForTheLastYearAndOpensNoOther() {
    years(3);
    people.moveTo(programme, "2031-07-01T08:00:00Z");
    assertThat(running()).isTrue();
    assertThat(termState()).isEqualTo(LegalClock.State.MET);
    assertThat(cycles()).containsExactly(4);
    finish("Task_AnnualCycle");
    assertThat(running()).isFalse();
    assertThat(people.timers(programme)).isEmpty();
  }

  @Test
  void oneAmendmentAtATime() {
    amend();
    assertThat(people.openTasks(programme)).containsExactly("Task_Amendment");
    assertThat(available("request-amendment", COORDINATOR)).isFalse();
    people.editRefused("pas ouverte", COORDINATOR, programme, "request-amendment", "reason", "x");
    assertRefused("déjà en cours", () -> requests.request(programme, new RequestAmendment("x")));
    finish("Task_Amendment");
    amend();
    assertThat(people.openTasks(programme)).containsExactly("Task_Amendment");
  }

  @Autowired AmendmentRequests requests;

  @Test
  void theEndWaitsForAnAmendment() {
    years(4);
    amend();
    people.moveTo(programme, "2030-06-02T08:00:00Z");
    assertThat(running()).isTrue();
    assertThat(available("request-amendment", COORDINATOR)).isFalse();
    assertRefused("terminée", () -> requestsAfterTheEnd());
    finish("Task_Amendment");
    assertThat(running()).isFalse();
  }

  private void requestsAfterTheEnd() {
    requests.request(programme, new RequestAmendment("Trop tard"));
  }

  @Test
  void onlyTheCoordinatorOfThisMunicipalityAsks() {
    Actor stranger = new Actor("x", List.of("coordinator-21004"));
    assertThat(available("request-amendment", stranger)).isFalse();
    assertThat(available("request-extension", stranger)).isFalse();
    assertThat(available("request-extension", MINISTER)).isFalse();
    assertThat(available("request-extension", COORDINATOR)).isTrue();
  }

  @Test
  void anExtensionServesToFinishWorks() {
    askRefused("achever des travaux", "ACTIONS", 12);
    askRefused("24 mois au plus", "WORKS", 25);
    askRefused("au moins un mois", "WORKS", 0);
    people.editRefused(
        "requis", COORDINATOR, programme, "request-extension", "category", "WORKS", "months", 12);
  }

  @Test
  void aGrantedExtensionMovesTheEndAndItsTimer() {
    ask(24);
    decide("true", "months", 18);
    assertThat(programmes.get(programme).implementationEndsOn()).isEqualTo("2031-12-01");
    assertThat(endTimer()).isEqualTo(Instant.parse("2031-12-01T22:59:59Z"));
    years(5);
    assertThat(running()).isTrue();
    people.moveTo(programme, "2031-12-02T08:00:00Z");
    assertThat(running()).isFalse();
  }

  @Test
  void noMoreIsGrantedThanWasAskedFor() {
    ask(12);
    people.refused(
        "de 1 à 12 mois",
        MINISTER,
        programme,
        "Task_DecideExtension",
        "granted",
        "true",
        "months",
        13,
        "motives",
        "Travaux");
  }

  @Test
  void oneExtensionOnly() {
    ask(12);
    assertThat(available("request-extension", COORDINATOR)).isFalse();
    decide("true");
    assertThat(available("request-extension", COORDINATOR)).isFalse();
    assertRefused(
        "Une seule prolongation",
        () ->
            extensions.request(
                programme, new RequestExtension(ExtensionReason.WORKS, "Toiture", 6)));
  }

  @Test
  void aRefusedExtensionChangesNothingAndMayBeAskedForAgain() {
    ask(12);
    people.refused("requis", MINISTER, programme, "Task_DecideExtension", "granted", "false");
    decide("false");
    assertThat(endTimer()).isEqualTo(Instant.parse("2030-06-01T21:59:59Z"));
    ask(6);
    assertThat(extensions.of(programme)).hasSize(2);
  }

  @Test
  void anExtensionIsAskedForAndGrantedBeforeTheEnd() {
    years(3);
    people.moveTo(programme, "2030-05-20T08:00:00Z");
    ask(12);
    // The Region has 60 days, but not after the end of the implementation.
    assertThat(people.task(programme, "Task_DecideExtension").getDueDate())
        .isEqualTo(Date.from(Instant.parse("2030-06-01T21:59:59Z")));
    people.moveTo(programme, "2030-06-02T08:00:00Z");
    people.refused(
        "ne peut plus être accordée",
        MINISTER,
        programme,
        "Task_DecideExtension",
        "granted",
        "true",
        "motives",
        "Travaux");
    decide("false");
    assertRefused(
        "avant sa fin",
        () ->
            extensions.request(
                programme, new RequestExtension(ExtensionReason.WORKS, "Toiture", 6)));
  }

  @Test
  void aLateDecisionOnAnExtensionIsEscalated() {
    ask(12);
    people.moveTo(programme, "2026-08-04T08:00:00Z");
    assertThat(
            tasks
                .getIdentityLinksForTask(people.task(programme, "Task_DecideExtension").getId())
                .stream()
                .map(l -> l.getGroupId()))
        .contains("region-examiner-brussels");
  }

  /** Each of these years ends, and its cycle is done. */
  private void years(int last) {
    for (int year = implementations.years(programme).size() + 1; year <= last; year++) {
      people.moveTo(programme, (2026 + year) + "-06-01T08:00:00Z");
      finish("Task_AnnualCycle");
    }
  }

  private void finish(String task) {
    tasks.complete(people.task(programme, task).getId());
  }

  private void amend() {
    people.edit(
        COORDINATOR, programme, "request-amendment", "reason", "Une place en plus au volet 4");
  }

  private void ask(int months) {
    people.edit(
        COORDINATOR,
        programme,
        "request-extension",
        "category",
        "WORKS",
        "works",
        "Toiture de la maison de quartier",
        "months",
        months);
  }

  private void askRefused(String words, String category, int months) {
    people.editRefused(
        words,
        COORDINATOR,
        programme,
        "request-extension",
        "category",
        category,
        "works",
        "Toiture",
        "months",
        months);
  }

  private void decide(String granted, Object... more) {
    Map<String, Object> form = new java.util.HashMap<>(ApprovalDriver.map(more));
    form.put("granted", granted);
    form.put("motives", "Vu les travaux");
    Object[] flat =
        form.entrySet().stream()
            .flatMap(e -> java.util.stream.Stream.of(e.getKey(), e.getValue()))
            .toArray();
    people.complete(MINISTER, programme, "Task_DecideExtension", flat);
  }

  private static void assertRefused(String words, Runnable work) {
    org.assertj.core.api.Assertions.assertThatThrownBy(work::run)
        .isInstanceOfSatisfying(
            org.trame.input.Refusal.class, r -> assertThat(said.say(r)).contains(words));
  }

  private static org.trame.language.Messages said;

  @Autowired
  void messages(org.trame.language.Messages messages) {
    said = messages;
  }

  private boolean available(String edit, Actor actor) {
    return Actors.as(actor, () -> edits.available(edit, programme));
  }

  private boolean running() {
    return workflows.runs("Implementation", programme);
  }

  private List<Integer> cycles() {
    return tasks
        .createTaskQuery()
        .processInstanceBusinessKey(programme)
        .taskDefinitionKey("Task_AnnualCycle")
        .list()
        .stream()
        .map(Task::getId)
        .map(t -> ((Number) tasks.getVariable(t, "year")).intValue())
        .toList();
  }

  private Job yearTimer() {
    return timer("Event_YearOver");
  }

  private Instant endTimer() {
    return timer("Event_ImplementationEnd").getDuedate().toInstant();
  }

  private Job timer(String activity) {
    return people.timers(programme).stream()
        .filter(j -> activity.equals(activityOf(j)))
        .findFirst()
        .orElseThrow();
  }

  private String activityOf(Job job) {
    return management
        .createJobDefinitionQuery()
        .jobDefinitionId(job.getJobDefinitionId())
        .singleResult()
        .getActivityId();
  }

  private LegalClock.State termState() {
    return clocks.of(programme).stream()
        .filter(c -> c.step().equals("implementation"))
        .findFirst()
        .orElseThrow()
        .state();
  }
}
