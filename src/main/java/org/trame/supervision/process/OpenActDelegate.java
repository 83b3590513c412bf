package org.trame.supervision.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.springframework.stereotype.Component;
import org.trame.supervision.Supervision;

/** {@code Event_ActReceived}: the time to decide runs from the receipt. */
@Component
class OpenActDelegate implements ExecutionListener {

  private final Supervision supervision;

  OpenActDelegate(Supervision supervision) {
    this.supervision = supervision;
  }

  @Override
  public void notify(DelegateExecution execution) {
    supervision.open(ActSupervisionVariables.act(execution), execution.getProcessInstanceId());
  }
}
