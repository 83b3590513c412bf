package org.trame.programme;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
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
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.trame.PhaseStandIns;
import org.trame.TrameTest;
import org.trame.deadline.Clocks;
import org.trame.deadline.LegalClock;
import org.trame.ledger.Ledger;
import org.trame.ledger.LedgerEntry;
import org.trame.workflow.OpenTask;
import org.trame.workflow.TrameClock;
import org.trame.workflow.Workflows;

/** The lifecycle alone. */
@TrameTest
class LifecycleTests {

  private static final String TASK = "Task_Of";

  @Autowired Programmes programmes;
  @Autowired Workflows workflows;
  @Autowired Clocks clocks;
  @Autowired Ledger ledger;
  @Autowired TaskService tasks;
  @Autowired FormService forms;
  @Autowired RuntimeService runtime;
  @Autowired ManagementService management;
  @Autowired PhaseStandIns phases;
  @Autowired JdbcClient jdbc;
  @Autowired TrameClock clock;

  private String programme;

  @BeforeEach
  void notified() {
    clock.moveTo(Instant.parse("2026-03-02T09:00:00Z"));
    phases.deploy();
    programme =
        programmes.open("contrat-de-quartier", "Essai", "21009", LocalDate.parse("2026-02-27"));
  }

  @AfterEach
  void realPhases() {
    phases.remove();
    clock.release();
  }

  @Test
  void nineMonthsCountFromTheNotification() {
    assertThat(elaboration().dueOn()).isEqualTo("2026-11-27");
    assertThat(elaboration().source()).contains("2000031286");
    assertThat(timer().getDuedate()).isEqualTo(Instant.parse("2026-11-27T22:59:59Z"));
  }

  @Test
  void nineMonthsWithoutDossierAreMissedAndTheRegionDecidesWhatFollows() {
    passTheNineMonths();
    assertThat(elaboration().state()).isEqualTo(LegalClock.State.MISSED);
    assertThat(acts()).contains("clock-missed");
    assertThat(programmes.get(programme).phase()).isEqualTo("Phase_Commission");
    assertThat(openTask("Task_AssessDelay").groups()).containsExactly("region-examiner-brussels");
    assertThatThrownBy(() -> submit("Task_AssessDelay", Map.of("followUp", "REMINDED")))
        .isInstanceOf(BadUserRequestException.class);
    submit("Task_AssessDelay", Map.of("followUp", "REMINDED", "delayReason", "Premier retard"));
    assertThat(acts()).contains("delay-reminded");
    assertThat(openTasks()).containsExactly("Task_OfCommissionSetUp");
  }

  @Test
  void aDossierSentInTimeIsNotMissed() {
    clocks.meet(elaboration());
    passTheNineMonths();
    assertThat(acts()).doesNotContain("clock-missed");
    assertThat(openTasks()).containsExactly("Task_OfCommissionSetUp");
  }

  @Test
  void anExtensionMovesTheTimer() {
    clocks.moveTo(elaboration(), LocalDate.parse("2027-01-29"), "Report accordé");
    assertThat(timer().getDuedate()).isEqualTo(Instant.parse("2027-01-29T22:59:59Z"));
  }

  @Test
  void aRejectedProgrammeGoesBackToTheElaboration() {
    until("CouncilVote");
    complete("CouncilVote", "councilOutcome", "REJECTED");
    assertThat(programmes.get(programme).phase()).isEqualTo("Phase_Elaboration");
  }

  @Test
  void aRefusedProgrammeEndsAndNothingIsAwaitedAnyMore() {
    passTheNineMonths();
    until("RegionalApproval");
    complete("RegionalApproval", "approvalOutcome", "REFUSED");
    assertThat(programmes.get(programme).state()).isEqualTo(Programme.State.REFUSED);
    assertThat(openTasks()).isEmpty();
    assertThat(clocks.of(programme)).noneMatch(LegalClock::open);
    assertThat(acts()).last().isEqualTo("programme-refused");
  }

  @Test
  void theClosureClosesTheProgrammeForGood() {
    until("RegionalApproval");
    complete("RegionalApproval", "approvalOutcome", "APPROVED_IN_PART");
    PhaseStandIns.PHASES
        .subList(PhaseStandIns.PHASES.indexOf("Implementation"), PhaseStandIns.PHASES.size())
        .forEach(this::complete);
    assertThat(programmes.get(programme).state()).isEqualTo(Programme.State.CLOSED);
    assertThat(acts()).last().isEqualTo("programme-closed");
    assertThatThrownBy(
            () ->
                jdbc.sql(
                        "insert into trame.delay_assessment (programme, step, follow_up, reason,"
                            + " decided_on, decided_by) values (?, 'elaboration', 'ACCEPTED', 'x',"
                            + " current_date, 'x')")
                    .param(programme)
                    .update())
        .isInstanceOf(DataAccessException.class)
        .hasMessageContaining("has ended");
  }

  private void passTheNineMonths() {
    clock.moveTo(Instant.parse("2026-11-28T06:00:00Z"));
    management.executeJob(timer().getId());
  }

  /** Completes every phase before this one. */
  private void until(String phase) {
    for (String before : PhaseStandIns.PHASES.subList(0, PhaseStandIns.PHASES.indexOf(phase))) {
      if (before.equals("CouncilVote")) {
        complete(before, "councilOutcome", "ADOPTED");
      } else {
        complete(before);
      }
    }
  }

  private void complete(String phase) {
    tasks.complete(openTask(TASK + phase).id());
  }

  private void complete(String phase, String outcome, String value) {
    Task task = tasks.createTaskQuery().taskId(openTask(TASK + phase).id()).singleResult();
    runtime.setVariable(task.getProcessInstanceId(), outcome, value);
    complete(phase);
  }

  private void submit(String task, Map<String, Object> form) {
    forms.submitTaskForm(openTask(task).id(), form);
  }

  private OpenTask openTask(String key) {
    return workflows.openTasks(programme).stream()
        .filter(t -> t.key().equals(key))
        .findFirst()
        .orElseThrow();
  }

  private List<String> openTasks() {
    return workflows.openTasks(programme).stream().map(OpenTask::key).toList();
  }

  private Job timer() {
    String lifecycle =
        runtime
            .createProcessInstanceQuery()
            .processInstanceBusinessKey(programme)
            .rootProcessInstances()
            .singleResult()
            .getId();
    return management
        .createJobQuery()
        .processInstanceId(lifecycle)
        .activityId("Event_ElaborationDue")
        .singleResult();
  }

  private LegalClock elaboration() {
    return clocks.of(programme).stream()
        .filter(c -> c.step().equals("elaboration"))
        .findFirst()
        .orElseThrow();
  }

  private List<String> acts() {
    return ledger.of(programme).stream().map(LedgerEntry::act).toList();
  }
}
