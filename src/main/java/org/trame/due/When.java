package org.trame.due;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.TemporalAdjusters;
import org.trame.deadline.LegalClock;

/** How near the end of a clock is. A clock is in one group; weeks begin on Monday. */
public enum When {
  OVERDUE,
  TODAY,
  THIS_WEEK,
  THIS_MONTH,
  LATER,
  SUSPENDED;

  /** The group of an open clock on a day. */
  static When of(LegalClock clock, LocalDate today) {
    return clock.state() == LegalClock.State.SUSPENDED ? SUSPENDED : of(clock.dueOn(), today);
  }

  static When of(LocalDate due, LocalDate today) {
    if (due.isBefore(today)) {
      return OVERDUE;
    } else if (due.equals(today)) {
      return TODAY;
    } else if (!due.isAfter(today.with(TemporalAdjusters.nextOrSame(DayOfWeek.SUNDAY)))) {
      return THIS_WEEK;
    }
    return YearMonth.from(due).equals(YearMonth.from(today)) ? THIS_MONTH : LATER;
  }
}
