package org.trame;

import java.util.List;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.springframework.boot.test.context.TestComponent;

/**
 * Lets a test look at a lifecycle alone: each phase is replaced by a process with one task, {@code
 * Task_Of<phase>}.
 */
@TestComponent
public class PhaseStandIns {

  /** The processes of the phases, in order. */
  public static final List<String> PHASES =
      List.of(
          "CommissionSetUp",
          "Elaboration",
          "CommissionConsultation",
          "PublicInquiry",
          "CouncilVote",
          "RegionalApproval",
          "Implementation",
          "Evaluation",
          "Closure");

  private final RepositoryService repository;
  private final RuntimeService runtime;
  private String deployment;

  PhaseStandIns(RepositoryService repository, RuntimeService runtime) {
    this.repository = repository;
    this.runtime = runtime;
  }

  /** From now on, until {@link #remove}. */
  public void deploy() {
    var builder = repository.createDeployment().name("one task a phase");
    for (String phase : PHASES) {
      builder.addModelInstance(
          phase + ".bpmn",
          Bpmn.createExecutableProcess(phase)
              .camundaHistoryTimeToLive(1)
              .startEvent()
              .userTask("Task_Of" + phase)
              .endEvent()
              .done());
    }
    deployment = builder.deploy().getId();
  }

  /** Takes them away, with every lifecycle that stands in one. */
  public void remove() {
    for (var definition :
        repository.createProcessDefinitionQuery().deploymentId(deployment).list()) {
      runtime.createProcessInstanceQuery().processDefinitionId(definition.getId()).list().stream()
          .map(i -> i.getRootProcessInstanceId())
          .distinct()
          .toList()
          .forEach(root -> runtime.deleteProcessInstance(root, "end of test"));
    }
    repository.deleteDeployment(deployment, true);
  }
}
