package org.trame.approval.process;

import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.stereotype.Component;
import org.trame.approval.Remarks;

/** {@code Task_ExamineDossier}. */
@Component
class ExamineDossierDelegate implements TaskListener {

  private final Remarks remarks;

  ExamineDossierDelegate(Remarks remarks) {
    this.remarks = remarks;
  }

  @Override
  public void notify(DelegateTask task) {
    task.setVariable(
        RegionalApprovalVariables.OPEN_REMARKS,
        remarks.finishExamination(task.getExecution().getProcessBusinessKey()));
  }
}
