package org.trame.programme;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.trame.deadline.Clocks;
import org.trame.deadline.LegalClock;
import org.trame.regime.Regimes;
import org.trame.regime.Rule;

/** The calendar years a programme may spend in. */
@Component
class BudgetYears {

  /** Step of the limit within which the programme is elaborated. */
  private static final String ELABORATION = "elaboration";

  private final Clocks clocks;
  private final Regimes regimes;
  private final Clock time;

  BudgetYears(Clocks clocks, Regimes regimes, Clock time) {
    this.clocks = clocks;
    this.regimes = regimes;
    this.time = time;
  }

  /**
   * First and last year.
   *
   * @param source rule the length comes from
   */
  record Span(int first, int last, String source) {

    boolean contains(int year) {
      return year >= first && year <= last;
    }
  }

  /**
   * From the notification on; to the end of the implementation, or before the approval to the end
   * of one that would begin when the elaboration is due, or today if that is past.
   */
  Span of(Programme programme) {
    Rule length = regimes.parameter(programme.regime(), "implementation-years");
    LocalDate end = programme.implementationEndsOn();
    if (end == null) {
      end = plannedStart(programme).plusYears(length.integer("value"));
    }
    return new Span(programme.notifiedOn().getYear(), end.getYear(), length.source());
  }

  private LocalDate plannedStart(Programme programme) {
    Stream<LocalDate> due =
        clocks.of(programme.id()).stream()
            .filter(c -> c.step().equals(ELABORATION))
            .map(LegalClock::dueOn);
    return Stream.concat(due, Stream.of(LocalDate.now(time)))
        .max(Comparator.naturalOrder())
        .orElseThrow();
  }
}
