package org.trame.backplan;

import java.time.LocalDate;
import java.util.Collection;
import java.util.NavigableSet;
import java.util.Set;
import java.util.TreeSet;

/**
 * The sittings of a municipal council. The list counts from the month of its first day on: before,
 * it is not there yet, which does not mean that the council does not sit.
 *
 * @param planned every planned day
 * @param missed those of them that are supposed to bring nothing
 */
public record Sittings(NavigableSet<LocalDate> planned, Set<LocalDate> missed) {

  /** What is known of the day a step ends on. */
  public enum Known {
    /** A planned sitting. */
    PLANNED,
    /** No sitting is planned at all: the bare term is counted. */
    NONE_PLANNED,
    /** The first planned sitting is in a later month: the bare term is counted. */
    BEFORE_LIST,
    /** No sitting is planned so late: the first day possible is counted. */
    NONE_LEFT
  }

  /** These planned sittings, none of which is missed. */
  public static Sittings of(Collection<LocalDate> planned) {
    return new Sittings(new TreeSet<>(planned), Set.of());
  }

  /** The same, but these days bring nothing. */
  public Sittings missing(Set<LocalDate> days) {
    return new Sittings(planned, Set.copyOf(days));
  }

  /** The same, with one more: a council that was convened. */
  public Sittings and(LocalDate convened) {
    TreeSet<LocalDate> days = new TreeSet<>(planned);
    days.add(convened);
    return new Sittings(days, missed);
  }

  /** The first day of the month in which the list begins; null if it is empty. */
  LocalDate begins() {
    return planned.isEmpty() ? null : planned.first().withDayOfMonth(1);
  }

  /** Whether nothing is known of this day: it is before the list, or there is none. */
  boolean unknown(LocalDate day) {
    return planned.isEmpty() || day.isBefore(begins());
  }

  /**
   * The day of the first sitting that is not before this one; this one itself where the list does
   * not say, or says no more. Never falls as the day rises.
   */
  public LocalDate onOrAfter(LocalDate day) {
    if (unknown(day)) {
      return day;
    }
    for (LocalDate sitting : planned.tailSet(day, true)) {
      if (!missed.contains(sitting)) {
        return sitting;
      }
    }
    return planned.last().isBefore(day) ? day : planned.last().plusDays(1);
  }

  /** What is known of a day that {@link #onOrAfter} gave. */
  public Known known(LocalDate day) {
    if (planned.contains(day)) {
      return Known.PLANNED;
    }
    if (planned.isEmpty()) {
      return Known.NONE_PLANNED;
    }
    return unknown(day) ? Known.BEFORE_LIST : Known.NONE_LEFT;
  }
}
