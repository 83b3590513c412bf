package org.trame.calendar;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Counts as one does on paper: writes the days after the act in a row, strikes out those that do
 * not count, and takes the one with the right number. Knows nothing of {@link Computation}.
 */
final class Oracle {

  private final Counting counting;
  private final Set<LocalDate> struck;

  Oracle(Counting counting, List<Suspension> suspensions) {
    this.counting = counting;
    this.struck =
        suspensions.stream()
            .flatMap(s -> s.first().datesUntil(s.last().plusDays(1)))
            .collect(Collectors.toSet());
  }

  LocalDate due(LocalDate from) {
    LocalDate nominal = nominal(from);
    return counting.rollsForward() && off(nominal)
        ? after(nominal).filter(d -> counts(d) && !off(d)).findFirst().orElseThrow()
        : nominal;
  }

  private LocalDate nominal(LocalDate from) {
    int amount = counting.term().amount();
    return switch (counting.term().unit()) {
      case DAY -> nth(from, amount, false);
      case WORKING_DAY -> nth(from, amount, true);
      case CLEAR_DAY -> nth(from, amount + 1L, false);
      case MONTH -> nth(from, from.datesUntil(sameNumber(from, amount)).count(), false);
      case YEAR -> nth(from, from.datesUntil(sameNumber(from, 12 * amount)).count(), false);
    };
  }

  /** The same day number so many months later, or the last day of that month. */
  static LocalDate sameNumber(LocalDate from, int months) {
    YearMonth month = YearMonth.from(from).plusMonths(months);
    return month.atDay(Math.min(from.getDayOfMonth(), month.lengthOfMonth()));
  }

  private LocalDate nth(LocalDate from, long n, boolean working) {
    return after(from)
        .filter(this::counts)
        .filter(d -> !working || !off(d))
        .skip(n - 1)
        .findFirst()
        .orElseThrow();
  }

  private static Stream<LocalDate> after(LocalDate day) {
    return Stream.iterate(day.plusDays(1), d -> d.plusDays(1));
  }

  private boolean off(LocalDate day) {
    return Statutes.dayOff(counting.calendar().code(), day);
  }

  private boolean counts(LocalDate day) {
    return !struck.contains(day) && counting.notCounted().stream().noneMatch(w -> in(w, day));
  }

  /** Walks through the window from its first day. */
  private static boolean in(Window window, LocalDate day) {
    for (int year = day.getYear() - 1; year <= day.getYear(); year++) {
      LocalDate first = window.from().atYear(year);
      LocalDate last = window.to().atYear(year);
      LocalDate end = last.isBefore(first) ? last.plusYears(1) : last;
      if (!day.isBefore(first) && !day.isAfter(end)) {
        return true;
      }
    }
    return false;
  }
}
