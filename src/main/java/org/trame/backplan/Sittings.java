package org.trame.backplan;

import java.time.LocalDate;
import java.util.Collection;
import java.util.NavigableSet;
import java.util.Set;
import java.util.TreeSet;

/**
 * The sittings of a municipal council.
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

  /** The day of the first sitting that is not before this one. Never falls as the day rises. */
  public LocalDate onOrAfter(LocalDate day) {
    for (LocalDate sitting : planned.tailSet(day, true)) {
      if (!missed.contains(sitting)) {
        return sitting;
      }
    }
    return planned.isEmpty() || planned.last().isBefore(day) ? day : planned.last().plusDays(1);
  }

  /** What is known of a day that {@link #onOrAfter} gave. */
  public Known known(LocalDate day) {
    if (planned.contains(day)) {
      return Known.PLANNED;
    }
    return planned.isEmpty() ? Known.NONE_PLANNED : Known.NONE_LEFT;
  }
}
