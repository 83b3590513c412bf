package org.trame.deadline;

import java.time.LocalDate;

/**
 * A time limit running in a programme.
 *
 * @param id technical id
 * @param subject programme or selection round
 * @param step row of the regime's table {@code TimeLimits}
 * @param occurrence process instance the limit belongs to, or {@link Clocks#WHOLE_PROGRAMME}
 * @param startedOn day of the act that starts it; not counted
 * @param dueOn last day; an act on that day is in time
 * @param state where it stands
 * @param metOn day the awaited act came, or null
 * @param suspendedOn day it was suspended, or null when it is running
 * @param escalateTo code of the role told when it is missed
 * @param source legal basis of the limit
 */
public record LegalClock(
    long id,
    String subject,
    String step,
    String occurrence,
    LocalDate startedOn,
    LocalDate dueOn,
    State state,
    LocalDate metOn,
    LocalDate suspendedOn,
    String escalateTo,
    String source) {

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
    /** The step was left without the act, for example because a vote rejected the programme. */
    DROPPED
  }

  /** Whether the act is still awaited. */
  public boolean open() {
    return state == State.RUNNING || state == State.SUSPENDED || state == State.MISSED;
  }
}
