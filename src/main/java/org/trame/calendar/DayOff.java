package org.trame.calendar;

import java.time.LocalDate;

/**
 * Why a day is no working day.
 *
 * @param day the day
 * @param kind what it is
 * @param name key of the holiday, or the municipality's own words for its closing day; empty
 *     otherwise
 */
public record DayOff(LocalDate day, Kind kind, String name) {

  /** What keeps offices closed. */
  public enum Kind {
    SATURDAY,
    SUNDAY,
    HOLIDAY,
    CLOSING_DAY
  }
}
