package org.trame.agreement.process;

import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.stereotype.Component;
import org.trame.agreement.mediation.Mediations;
import org.trame.agreement.mediation.RecordMediation;
import org.trame.workflow.SubmittedForm;

/** {@code Task_RecordMediation}. */
@Component
class RecordMediationDelegate implements TaskListener {

  private final Mediations mediations;
  private final SubmittedForm form;

  RecordMediationDelegate(Mediations mediations, SubmittedForm form) {
    this.mediations = mediations;
    this.form = form;
  }

  @Override
  public void notify(DelegateTask task) {
    task.setVariable(
        AgreementSigningVariables.MEDIATED,
        mediations.close(
            AgreementSigningVariables.agreement(task), form.of(task, RecordMediation.class)));
  }
}
