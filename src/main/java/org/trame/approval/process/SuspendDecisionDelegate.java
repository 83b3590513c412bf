package org.trame.approval.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import org.trame.approval.Answers;

/** {@code Service_SuspendDecision}. */
@Component
class SuspendDecisionDelegate implements JavaDelegate {

  private final Answers answers;

  SuspendDecisionDelegate(Answers answers) {
    this.answers = answers;
  }

  @Override
  public void execute(DelegateExecution execution) {
    answers.await(execution.getProcessBusinessKey());
  }
}
