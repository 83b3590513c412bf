package org.trame.implementation.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.springframework.stereotype.Component;
import org.trame.implementation.Extensions;

/** {@code Event_ExtensionRequested}: the Region has until the end of the implementation at most. */
@Component
class AwaitExtensionDecisionDelegate implements ExecutionListener {

  private final Extensions extensions;

  AwaitExtensionDecisionDelegate(Extensions extensions) {
    this.extensions = extensions;
  }

  @Override
  public void notify(DelegateExecution execution) {
    extensions.awaitDecision(execution.getProcessBusinessKey(), execution.getProcessInstanceId());
  }
}
