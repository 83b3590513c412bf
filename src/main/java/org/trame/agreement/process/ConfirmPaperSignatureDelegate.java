package org.trame.agreement.process;

import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.stereotype.Component;
import org.trame.agreement.ConfirmPaperSignature;
import org.trame.agreement.SignatureActs;
import org.trame.workflow.SubmittedForm;

/** {@code Task_ConfirmPaperSignature}. */
@Component
class ConfirmPaperSignatureDelegate implements TaskListener {

  private final SignatureActs acts;
  private final SubmittedForm form;

  ConfirmPaperSignatureDelegate(SignatureActs acts, SubmittedForm form) {
    this.acts = acts;
    this.form = form;
  }

  @Override
  public void notify(DelegateTask task) {
    task.setVariable(
        AgreementSigningVariables.CONFIRMED,
        acts.confirm(
            AgreementSigningVariables.signature(task), form.of(task, ConfirmPaperSignature.class)));
  }
}
