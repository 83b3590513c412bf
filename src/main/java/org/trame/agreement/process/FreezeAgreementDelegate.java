package org.trame.agreement.process;

import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.stereotype.Component;
import org.trame.agreement.AgreementDrafts;

/** {@code Task_DraftAgreement}: its text is fixed. */
@Component
class FreezeAgreementDelegate implements TaskListener {

  private final AgreementDrafts drafts;

  FreezeAgreementDelegate(AgreementDrafts drafts) {
    this.drafts = drafts;
  }

  @Override
  public void notify(DelegateTask task) {
    drafts.freeze(AgreementSigningVariables.agreement(task));
  }
}
