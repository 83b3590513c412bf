package org.trame.commitment.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import org.trame.commitment.CommitmentChanges;

/** {@code Service_RecordNoConsent}: the clock has lapsed, nothing changes. */
@Component
class RecordNoConsentDelegate implements JavaDelegate {

  private final CommitmentChanges changes;

  RecordNoConsentDelegate(CommitmentChanges changes) {
    this.changes = changes;
  }

  @Override
  public void execute(DelegateExecution execution) {
    changes.lapse(CommitmentVariables.change(execution), execution.getProcessInstanceId());
  }
}
