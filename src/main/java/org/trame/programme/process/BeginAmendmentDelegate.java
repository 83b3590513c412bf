package org.trame.programme.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.springframework.stereotype.Component;
import org.trame.programme.Amendments;

/** Start of {@code Amendment}. */
@Component
class BeginAmendmentDelegate implements ExecutionListener {

  private final Amendments amendments;

  BeginAmendmentDelegate(Amendments amendments) {
    this.amendments = amendments;
  }

  @Override
  public void notify(DelegateExecution execution) {
    amendments.begin(
        execution.getProcessBusinessKey(),
        (String) execution.getVariable(AmendmentVariables.MATTER));
  }
}
