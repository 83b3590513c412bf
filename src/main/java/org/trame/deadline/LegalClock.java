package org.trame.deadline;

import java.time.LocalDate;
import java.util.List;
import org.trame.calendar.Computed;
import org.trame.calendar.Suspension;
import org.trame.calendar.Term;

/**
 * A time limit running in a programme. It keeps the rule it was started by.
 *
 * @param id technical id
 * @param subject programme or selection round
 * @param regime id of the regime whose rule it is, or null for a clock of before this was kept
 * @param step row of the regime's table {@code TimeLimits}
 * @param occurrence process instance the limit belongs to, or {@link Clocks#WHOLE_PROGRAMME}
 * @param limit the rule as it was when the clock started
 * @param startedOn day of the act that starts it; not counted
 * @param eventOn day of the event that is its end, or null if the end is counted
 * @param dueOn last day; an act on that day is in time
 * @param state where it stands
 * @param metOn day the awaited act came, or null
 * @param suspendedOn day it was suspended, or null when it is running
 * @param suspendedBy code of the event that suspended it, or null when it is running
 * @param suspensions those that are over and count for the due day
 * @param extensions those that count for the due day
 * @param computed the due day and the way there
 */
public record LegalClock(
    long id,
    String subject,
    String regime,
    String step,
    String occurrence,
    TimeLimit limit,
    LocalDate startedOn,
    LocalDate eventOn,
    LocalDate dueOn,
    State state,
    LocalDate metOn,
    LocalDate suspendedOn,
    String suspendedBy,
    List<Suspension> suspensions,
    List<Term> extensions,
    Computed computed) {

  /** Where a clock stands. */
  public enum State {
    RUNNING,
    SUSPENDED,
    /** The limit has passed and the act has not come. */
    MISSED,
    /** The act came in time. */
    MET,
    /** The act came after the limit. */
    MET_LATE,
    /** The limit has passed in silence, and the silence had its effect: nothing is awaited. */
    LAPSED,
    /** The step was left without the act, for example because a vote rejected the programme. */
    DROPPED
  }

  /** Whether the act is still awaited. */
  public boolean open() {
    return state == State.RUNNING || state == State.SUSPENDED || state == State.MISSED;
  }

  /** What silence is worth when it has passed. */
  public TimeLimit.Silence silence() {
    return limit.silence();
  }

  /** Its legal basis, in French. */
  public String source() {
    return limit.source();
  }
}
