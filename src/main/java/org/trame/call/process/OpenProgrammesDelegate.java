package org.trame.call.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import org.trame.call.Selections;

/** {@code Service_OpenProgrammes}. */
@Component
class OpenProgrammesDelegate implements JavaDelegate {

  private final Selections selections;

  OpenProgrammesDelegate(Selections selections) {
    this.selections = selections;
  }

  @Override
  public void execute(DelegateExecution execution) {
    selections.openProgrammes(execution.getProcessBusinessKey());
  }
}
