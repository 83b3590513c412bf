package org.trame.implementation.process;

import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.stereotype.Component;
import org.trame.implementation.Implementations;
import org.trame.workflow.TrameClock;

/** What the model asks: {@code ${implementationYears.cycle(execution)}}. */
@Component("implementationYears")
public class ImplementationYears {

  private final Implementations implementations;

  ImplementationYears(Implementations implementations) {
    this.implementations = implementations;
  }

  /** Each anniversary of the approval, in the morning, as an ISO 8601 repetition. */
  public String cycle(DelegateExecution execution) {
    return "R/"
        + implementations
            .begunOn(execution.getProcessBusinessKey())
            .plusYears(1)
            .atTime(LocalTime.of(6, 0))
            .atZone(TrameClock.BRUSSELS)
            .format(DateTimeFormatter.ISO_OFFSET_DATE_TIME)
        + "/P1Y";
  }
}
