package org.trame.supervision.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import org.trame.supervision.Supervision;

/** {@code Service_RecordSilence}: the clock lapses, and with it the act is deemed approved. */
@Component
class RecordTacitApprovalDelegate implements JavaDelegate {

  private final Supervision supervision;

  RecordTacitApprovalDelegate(Supervision supervision) {
    this.supervision = supervision;
  }

  @Override
  public void execute(DelegateExecution execution) {
    supervision.lapse(ActSupervisionVariables.act(execution));
  }
}
