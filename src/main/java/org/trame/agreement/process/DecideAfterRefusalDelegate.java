package org.trame.agreement.process;

import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.stereotype.Component;
import org.trame.agreement.DecideAfterRefusal;
import org.trame.agreement.Refusals;
import org.trame.workflow.SubmittedForm;

/** {@code Task_DecideAfterRefusal}. */
@Component
class DecideAfterRefusalDelegate implements TaskListener {

  private final Refusals refusals;
  private final SubmittedForm form;

  DecideAfterRefusalDelegate(Refusals refusals, SubmittedForm form) {
    this.refusals = refusals;
    this.form = form;
  }

  @Override
  public void notify(DelegateTask task) {
    DecideAfterRefusal decision = form.of(task, DecideAfterRefusal.class);
    refusals.decide(AgreementSigningVariables.agreement(task), decision);
    task.setVariable(AgreementSigningVariables.OUTCOME, decision.afterRefusal().name());
  }
}
