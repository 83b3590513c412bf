package org.trame.approval.process;

import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.stereotype.Component;
import org.trame.approval.DecideApproval;
import org.trame.approval.Decisions;
import org.trame.workflow.SubmittedForm;

/** {@code Task_DecideApproval}. */
@Component
class DecideApprovalDelegate implements TaskListener {

  private final Decisions decisions;
  private final SubmittedForm form;

  DecideApprovalDelegate(Decisions decisions, SubmittedForm form) {
    this.decisions = decisions;
    this.form = form;
  }

  @Override
  public void notify(DelegateTask task) {
    DecideApproval decision = form.of(task, DecideApproval.class);
    decisions.decide(task.getExecution().getProcessBusinessKey(), decision);
    task.setVariable(RegionalApprovalVariables.OUTCOME, decision.decision().name());
  }
}
