package org.trame.approval.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import org.trame.approval.Answers;

/** {@code Service_ResumeDecision}: reached without a new vote, or once it has adopted. */
@Component
class ResumeDecisionDelegate implements JavaDelegate {

  private final Answers answers;

  ResumeDecisionDelegate(Answers answers) {
    this.answers = answers;
  }

  @Override
  public void execute(DelegateExecution execution) {
    answers.resume(
        execution.getProcessBusinessKey(),
        (Boolean) execution.getVariable(RegionalApprovalVariables.NEW_VOTE));
  }
}
