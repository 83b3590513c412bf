package org.trame.agreement.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.springframework.stereotype.Component;
import org.trame.agreement.amendment.AgreementAmendments;

/** Start of {@code Rule_AgreementAmendmentKind}: what the table asks. */
@Component
class AgreementAmendmentInputsDelegate implements ExecutionListener {

  private final AgreementAmendments amendments;

  AgreementAmendmentInputsDelegate(AgreementAmendments amendments) {
    this.amendments = amendments;
  }

  @Override
  public void notify(DelegateExecution execution) {
    execution.setVariables(amendments.inputs(AgreementSigningVariables.agreement(execution)));
  }
}
