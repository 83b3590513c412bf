package org.trame.backplan;

import java.time.LocalDate;

/**
 * How far a step has come.
 *
 * @param state where it stands
 * @param began day it began, or null
 * @param ended day it ended, or null
 * @param due last day of its time limit as it runs now, suspended or extended; null if it has none
 *     or does not run
 * @param moved days by which a suspension or an extension has moved that day
 */
public record Progress(State state, LocalDate began, LocalDate ended, LocalDate due, long moved) {

  /** Nothing has happened yet. */
  public static final Progress NONE = new Progress(State.TO_COME, null, null, null, 0);

  /** Where a step stands. */
  public enum State {
    DONE,
    ACTIVE,
    TO_COME,
    /** Left out: a later step has begun without it. */
    SKIPPED
  }
}
