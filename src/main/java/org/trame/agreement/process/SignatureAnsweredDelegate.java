package org.trame.agreement.process;

import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.stereotype.Component;
import org.trame.agreement.Signature;
import org.trame.agreement.Signings;
import org.trame.input.Refusal;

/**
 * {@code Task_Sign}, {@code Task_Endorse}: the answer is given on the page of the agreement, which
 * ends the task.
 */
@Component
class SignatureAnsweredDelegate implements TaskListener {

  private final Signings signings;

  SignatureAnsweredDelegate(Signings signings) {
    this.signings = signings;
  }

  @Override
  public void notify(DelegateTask task) {
    long id = AgreementSigningVariables.signature(task);
    if (!signings.answered(id)) {
      throw Refusal.of("refusal.signing.onPage");
    }
    task.setVariable(
        AgreementSigningVariables.ON_PAPER,
        signings.find(id).orElseThrow().state() == Signature.State.TO_CONFIRM);
  }
}
