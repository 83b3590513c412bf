package org.trame.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.trame.TrameTest;
import org.trame.deadline.Notices;
import org.trame.workflow.TrameClock;

/** Jobs on the way: in due order, at their moment, one at a time. */
@TrameTest
class TimeTravelTests {

  private static final String PROCESS = "TimeTravelTest";
  private static final LocalDateTime START = LocalDateTime.parse("2030-01-07T09:00");

  @Autowired ManagementService management;
  @Autowired RuntimeService runtime;
  @Autowired RepositoryService repository;
  @Autowired Subjects subjects;
  @Autowired Notices notices;
  @Autowired TrameClock clock;

  private final List<String> fired = new ArrayList<>();
  private final List<LocalDateTime> moments = new ArrayList<>();
  private String deployment;
  private TimeTravel time;

  @BeforeEach
  void stopTheClock() {
    clock.moveTo(START.atZone(TrameClock.BRUSSELS).toInstant());
    time = new TimeTravel(management, runtime, clock, notices, subjects.all());
  }

  @AfterEach
  void realTime() {
    repository.deleteDeployment(deployment, true);
    clock.release();
  }

  private void start(BpmnModelInstance model) {
    deployment =
        repository.createDeployment().addModelInstance("test.bpmn", model).deploy().getId();
    runtime.startProcessInstanceByKey(PROCESS, UUID.randomUUID().toString());
  }

  private void moveTo(String moment) {
    time.moveTo(
        LocalDateTime.parse(moment),
        (activity, subject) -> {
          fired.add(activity);
          moments.add(time.now());
        });
  }

  private static org.camunda.bpm.model.bpmn.builder.StartEventBuilder process() {
    return Bpmn.createExecutableProcess(PROCESS).camundaHistoryTimeToLive(1).startEvent();
  }

  @Test
  void timersFireInDueOrderAndWhatTheyStartFallsInBetween() {
    start(
        process()
            .parallelGateway("Fork")
            .intermediateCatchEvent("Late")
            .timerWithDate("2030-01-20T12:00:00")
            .endEvent()
            .moveToNode("Fork")
            .intermediateCatchEvent("Early")
            .timerWithDate("2030-01-10T12:00:00")
            .intermediateCatchEvent("Between")
            .timerWithDuration("P3D")
            .endEvent()
            .done());
    moveTo("2030-01-31T09:00");
    assertThat(fired).containsExactly("Early", "Between", "Late");
    assertThat(moments)
        .containsExactly(
            LocalDateTime.parse("2030-01-10T12:00"),
            LocalDateTime.parse("2030-01-13T12:00"),
            LocalDateTime.parse("2030-01-20T12:00"));
    assertThat(time.now()).isEqualTo(LocalDateTime.parse("2030-01-31T09:00"));
  }

  @Test
  void whatIsDueAtTheSameInstantGoesById() {
    start(
        process()
            .parallelGateway("Fork")
            .intermediateCatchEvent("A")
            .timerWithDate("2030-01-10T12:00:00")
            .endEvent()
            .moveToNode("Fork")
            .intermediateCatchEvent("B")
            .timerWithDate("2030-01-10T12:00:00")
            .endEvent()
            .done());
    List<String> byId =
        management.createJobQuery().processDefinitionKey(PROCESS).list().stream()
            .sorted(java.util.Comparator.comparing(Job::getId))
            .map(
                job ->
                    management
                        .createJobDefinitionQuery()
                        .jobDefinitionId(job.getJobDefinitionId())
                        .singleResult()
                        .getActivityId())
            .toList();
    moveTo("2030-01-10T12:00");
    assertThat(fired).isEqualTo(byId);
  }

  @Test
  void aTimerDueLaterWaits() {
    start(
        process()
            .intermediateCatchEvent("Later")
            .timerWithDate("2030-01-10T12:00:00")
            .endEvent()
            .done());
    moveTo("2030-01-10T11:59:59");
    assertThat(fired).isEmpty();
  }

  @Test
  void aStepThatFailsIsSaid() {
    start(
        process()
            .serviceTask("Broken")
            .camundaAsyncBefore()
            .camundaExpression("${nobodyKnowsThisBean.work()}")
            .endEvent()
            .done());
    assertThatThrownBy(() -> moveTo("2030-01-07T09:00"))
        .isInstanceOf(TimeTravel.JobFailed.class)
        .hasMessageContaining("L'automatisme « Broken » échoue")
        .hasMessageContaining("nobodyKnowsThisBean");
    assertThat(clock.instant()).isEqualTo(Instant.from(START.atZone(TrameClock.BRUSSELS)));
  }
}
