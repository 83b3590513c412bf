package org.trame.approval.process;

import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.stereotype.Component;
import org.trame.approval.Answers;

/** {@code Task_AnswerRemarks}. */
@Component
class AnswerRemarksDelegate implements TaskListener {

  private final Answers answers;

  AnswerRemarksDelegate(Answers answers) {
    this.answers = answers;
  }

  @Override
  public void notify(DelegateTask task) {
    task.setVariable(
        RegionalApprovalVariables.NEW_VOTE,
        answers.send(task.getExecution().getProcessBusinessKey()));
  }
}
