package org.trame.consultation.process;

import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.stereotype.Component;
import org.trame.consultation.AdoptInternalRules;
import org.trame.consultation.Commission;
import org.trame.workflow.SubmittedForm;

/** {@code Task_AdoptInternalRules}. */
@Component
class AdoptInternalRulesDelegate implements TaskListener {

  private final Commission commission;
  private final SubmittedForm form;

  AdoptInternalRulesDelegate(Commission commission, SubmittedForm form) {
    this.commission = commission;
    this.form = form;
  }

  @Override
  public void notify(DelegateTask task) {
    commission.adoptRules(
        task.getExecution().getProcessBusinessKey(), form.of(task, AdoptInternalRules.class));
  }
}
