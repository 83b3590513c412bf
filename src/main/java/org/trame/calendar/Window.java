package org.trame.calendar;

import java.time.LocalDate;
import java.time.MonthDay;
import java.util.Arrays;
import java.util.List;

/**
 * A part of every year whose days do not count, for instance 16 July to 15 August.
 *
 * @param from first day
 * @param to last day; before {@code from} if the window goes over New Year
 */
public record Window(MonthDay from, MonthDay to) {

  /**
   * Reads windows as rule tables write them: {@code 07-16..08-15, 12-24..01-02}.
   *
   * @throws RuntimeException if one is not two days of a year
   */
  public static List<Window> parse(String text) {
    return Arrays.stream(text.split(","))
        .map(String::trim)
        .filter(t -> !t.isEmpty())
        .map(Window::one)
        .toList();
  }

  private static Window one(String text) {
    String[] ends = text.split("\\.\\.");
    if (ends.length != 2) {
      throw new IllegalArgumentException(text);
    }
    return new Window(MonthDay.parse("--" + ends[0]), MonthDay.parse("--" + ends[1]));
  }

  /** Whether this day does not count. */
  public boolean contains(LocalDate day) {
    MonthDay at = MonthDay.from(day);
    return from.isAfter(to)
        ? !at.isBefore(from) || !at.isAfter(to)
        : !at.isBefore(from) && !at.isAfter(to);
  }

  /** As rule tables write it. */
  @Override
  public String toString() {
    return from.toString().substring(2) + ".." + to.toString().substring(2);
  }
}
