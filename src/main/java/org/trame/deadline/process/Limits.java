package org.trame.deadline.process;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Date;
import java.util.Optional;
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

  /** Later than any limit. */
  static final Date UNKNOWN = endOf(LocalDate.of(2999, 12, 31));

  private final Clocks clocks;
  private final TrameClock time;

  Limits(Clocks clocks, TrameClock time) {
    this.clocks = clocks;
    this.time = time;
  }

  /**
   * End of the last day of a step's limit in this process instance. The clock starts today if it
   * does not run yet; a limit of the whole programme that runs is taken first. While the clock
   * stands still nobody knows that day: a timer waits until the clock moves it.
   */
  public Date due(DelegateExecution execution, String step) {
    String subject = execution.getProcessBusinessKey();
    LegalClock clock = open(execution, step).orElseGet(() -> start(execution, subject, step));
    return clock.state() == LegalClock.State.SUSPENDED ? UNKNOWN : endOf(clock.dueOn());
  }

  /**
   * The last day of a step's limit is over: the clock is missed, in the ledger, unless the act came
   * or the clock stands still.
   */
  public void miss(DelegateExecution execution, String step) {
    open(execution, step).ifPresent(clocks::miss);
  }

  /**
   * The last day is over and silence has the effect the rule gives it: the clock lapses, in the
   * ledger, unless the act came or the clock stands still.
   */
  public void lapse(DelegateExecution execution, String step) {
    miss(execution, step);
  }

  /** Whether the act of this step is still awaited after its last day. */
  public boolean missed(DelegateExecution execution, String step) {
    return open(execution, step).filter(c -> c.state() == LegalClock.State.MISSED).isPresent();
  }

  private Optional<LegalClock> open(DelegateExecution execution, String step) {
    String subject = execution.getProcessBusinessKey();
    return clocks
        .open(subject, step, Clocks.WHOLE_PROGRAMME)
        .or(() -> clocks.open(subject, step, execution.getProcessInstanceId()));
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
