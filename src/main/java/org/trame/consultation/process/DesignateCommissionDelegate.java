package org.trame.consultation.process;

import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.stereotype.Component;
import org.trame.consultation.Commission;
import org.trame.consultation.DesignateCommission;
import org.trame.workflow.SubmittedForm;

/** {@code Task_DesignateCommission}. */
@Component
class DesignateCommissionDelegate implements TaskListener {

  private final Commission commission;
  private final SubmittedForm form;

  DesignateCommissionDelegate(Commission commission, SubmittedForm form) {
    this.commission = commission;
    this.form = form;
  }

  @Override
  public void notify(DelegateTask task) {
    commission.designate(
        task.getExecution().getProcessBusinessKey(), form.of(task, DesignateCommission.class));
  }
}
