package org.trame.calendar;

import java.time.LocalDate;

/**
 * A time during which a limit stands still: none of its days counts.
 *
 * @param first first day that does not count: the day of the act that suspends
 * @param last last day that does not count: the day before the limit runs again; the day before
 *     {@code first} if a limit that begins again was suspended and resumed on the same day
 * @param resumption whether the limit then goes on or begins again
 * @param cause code of the event that suspended it, or empty
 */
public record Suspension(LocalDate first, LocalDate last, Resumption resumption, String cause) {

  /** How a suspended limit runs on. */
  public enum Resumption {
    /** What was left before the suspension is left after it. */
    CONTINUE,
    /** The whole term runs anew; the day of resumption is not counted. */
    RESTART
  }

  /**
   * @throws IllegalArgumentException if it ends before it begins
   */
  public Suspension {
    boolean sameDay = resumption == Resumption.RESTART && last.equals(first.minusDays(1));
    if (last.isBefore(first) && !sameDay) {
      throw new IllegalArgumentException(first + ".." + last);
    }
  }

  boolean isEmpty() {
    return last.isBefore(first);
  }

  Suspension continued() {
    return new Suspension(first, last, Resumption.CONTINUE, cause);
  }

  boolean contains(LocalDate day) {
    return !day.isBefore(first) && !day.isAfter(last);
  }
}
