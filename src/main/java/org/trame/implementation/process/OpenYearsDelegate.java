package org.trame.implementation.process;

import java.util.List;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import org.trame.implementation.Implementations;

/** {@code Service_OpenYears}. */
@Component
class OpenYearsDelegate implements JavaDelegate {

  private final Implementations implementations;

  OpenYearsDelegate(Implementations implementations) {
    this.implementations = implementations;
  }

  @Override
  public void execute(DelegateExecution execution) {
    List<Integer> years = implementations.openYears(execution.getProcessBusinessKey());
    execution.setVariable(ImplementationVariables.FIRST_YEAR, years.isEmpty() ? 0 : years.get(0));
    execution.setVariable(ImplementationVariables.YEARS, years.size());
  }
}
