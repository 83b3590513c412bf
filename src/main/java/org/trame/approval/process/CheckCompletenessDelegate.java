package org.trame.approval.process;

import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.stereotype.Component;
import org.trame.approval.CheckCompleteness;
import org.trame.approval.Dossiers;
import org.trame.workflow.SubmittedForm;

/** {@code Task_CheckCompleteness}. */
@Component
class CheckCompletenessDelegate implements TaskListener {

  private final Dossiers dossiers;
  private final SubmittedForm form;

  CheckCompletenessDelegate(Dossiers dossiers, SubmittedForm form) {
    this.dossiers = dossiers;
    this.form = form;
  }

  @Override
  public void notify(DelegateTask task) {
    CheckCompleteness found = form.of(task, CheckCompleteness.class);
    dossiers.check(task.getExecution().getProcessBusinessKey(), found);
    task.setVariable(RegionalApprovalVariables.COMPLETE, found.complete());
  }
}
