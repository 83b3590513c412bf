package org.trame.deadline.process;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Date;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.stereotype.Component;
import org.trame.deadline.Clocks;
import org.trame.deadline.LegalClock;
import org.trame.workflow.TrameClock;

/** What models ask: {@code ${limits.due(execution, 'council-vote')}}. */
@Component("limits")
public class Limits {

  /** Process variable that names the regime; every process has it. */
  static final String REGIME = "regime";

  private final Clocks clocks;
  private final TrameClock time;

  Limits(Clocks clocks, TrameClock time) {
    this.clocks = clocks;
    this.time = time;
  }

  /**
   * End of the last day of a step's limit in this process instance. The clock starts today if it
   * does not run yet; a limit of the whole programme that runs is taken first.
   */
  public Date due(DelegateExecution execution, String step) {
    String subject = execution.getProcessBusinessKey();
    LegalClock clock =
        clocks
            .open(subject, step, Clocks.WHOLE_PROGRAMME)
            .or(() -> clocks.open(subject, step, execution.getProcessInstanceId()))
            .orElseGet(() -> start(execution, subject, step));
    return endOf(clock.dueOn());
  }

  private LegalClock start(DelegateExecution execution, String subject, String step) {
    String regime = (String) execution.getVariable(REGIME);
    return clocks.start(
        regime, subject, step, execution.getProcessInstanceId(), LocalDate.now(time));
  }

  /** The last moment of a day in Brussels. */
  static Date endOf(LocalDate day) {
    return Date.from(day.atTime(LocalTime.of(23, 59, 59)).atZone(TrameClock.BRUSSELS).toInstant());
  }
}
