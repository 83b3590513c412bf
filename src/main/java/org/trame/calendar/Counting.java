package org.trame.calendar;

import java.util.List;

/**
 * How a limit is counted.
 *
 * @param term how long
 * @param calendar working days
 * @param rollsForward whether an end on a day off moves to the next working day
 * @param notCounted parts of every year whose days do not count
 */
public record Counting(
    Term term, WorkCalendar calendar, boolean rollsForward, List<Window> notCounted) {

  /** A term counted plainly: no window, no move. */
  public static Counting plainly(Term term, WorkCalendar calendar) {
    return new Counting(term, calendar, false, List.of());
  }
}
