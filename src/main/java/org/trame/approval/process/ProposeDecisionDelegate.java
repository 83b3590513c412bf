package org.trame.approval.process;

import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.stereotype.Component;
import org.trame.approval.Decisions;
import org.trame.approval.ProposeDecision;
import org.trame.workflow.SubmittedForm;

/** {@code Task_ProposeDecision}. */
@Component
class ProposeDecisionDelegate implements TaskListener {

  private final Decisions decisions;
  private final SubmittedForm form;

  ProposeDecisionDelegate(Decisions decisions, SubmittedForm form) {
    this.decisions = decisions;
    this.form = form;
  }

  @Override
  public void notify(DelegateTask task) {
    decisions.propose(
        task.getExecution().getProcessBusinessKey(), form.of(task, ProposeDecision.class));
  }
}
