package org.trame.calendar;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Which days are no working days, and why. */
public final class WorkCalendar {

  private final String code;
  private final Function<LocalDate, Optional<String>> holidays;
  private final Map<LocalDate, String> closingDays;

  WorkCalendar(
      String code,
      Function<LocalDate, Optional<String>> holidays,
      Map<LocalDate, String> closingDays) {
    this.code = code;
    this.holidays = holidays;
    this.closingDays = Map.copyOf(closingDays);
  }

  /** Code of the calendar: {@code be}, {@code be-brussels}, {@code be-wallonia}, {@code fr}. */
  public String code() {
    return code;
  }

  /** The same calendar with the closing days of a municipality, with a name each. */
  public WorkCalendar closedOn(Map<LocalDate, String> days) {
    return new WorkCalendar(code, holidays, days);
  }

  /** Why this day is no working day; empty if it is one. */
  public Optional<DayOff> dayOff(LocalDate day) {
    Optional<String> holiday = holidays.apply(day);
    if (holiday.isPresent()) {
      return Optional.of(new DayOff(day, DayOff.Kind.HOLIDAY, holiday.get()));
    }
    if (closingDays.containsKey(day)) {
      return Optional.of(new DayOff(day, DayOff.Kind.CLOSING_DAY, closingDays.get(day)));
    }
    if (day.getDayOfWeek() == DayOfWeek.SATURDAY) {
      return Optional.of(new DayOff(day, DayOff.Kind.SATURDAY, ""));
    }
    return day.getDayOfWeek() == DayOfWeek.SUNDAY
        ? Optional.of(new DayOff(day, DayOff.Kind.SUNDAY, ""))
        : Optional.empty();
  }

  /** Whether offices work on this day. */
  public boolean isWorkingDay(LocalDate day) {
    return dayOff(day).isEmpty();
  }

  /** This day if it is a working day, otherwise the next one that is. */
  public LocalDate onOrAfter(LocalDate day) {
    LocalDate found = day;
    while (!isWorkingDay(found)) {
      found = found.plusDays(1);
    }
    return found;
  }

  /**
   * The working day that many working days away from this day, which is not counted; before it if
   * the number is negative.
   */
  public LocalDate plus(LocalDate day, int workingDays) {
    LocalDate found = day;
    int step = workingDays < 0 ? -1 : 1;
    for (int left = Math.abs(workingDays); left > 0; ) {
      found = found.plusDays(step);
      if (isWorkingDay(found)) {
        left--;
      }
    }
    return found;
  }
}
