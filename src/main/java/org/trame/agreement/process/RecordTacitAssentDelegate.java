package org.trame.agreement.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import org.trame.agreement.Signings;

/** {@code Service_RecordTacitAssent}: the clock lapses, and proves the assent. */
@Component
class RecordTacitAssentDelegate implements JavaDelegate {

  private final Signings signings;

  RecordTacitAssentDelegate(Signings signings) {
    this.signings = signings;
  }

  @Override
  public void execute(DelegateExecution execution) {
    signings.lapse(
        AgreementSigningVariables.signature(execution), execution.getProcessInstanceId());
  }
}
