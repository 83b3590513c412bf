package org.trame.implementation.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.springframework.stereotype.Component;
import org.trame.implementation.Implementations;

/** {@code Event_ImplementationEnd} has come. */
@Component
class EndImplementationDelegate implements ExecutionListener {

  private final Implementations implementations;

  EndImplementationDelegate(Implementations implementations) {
    this.implementations = implementations;
  }

  @Override
  public void notify(DelegateExecution execution) {
    if (!execution.isCanceled()) {
      implementations.end(execution.getProcessBusinessKey());
    }
  }
}
