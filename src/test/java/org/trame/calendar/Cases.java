package org.trame.calendar;

import java.time.LocalDate;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Provide;
import net.jqwik.api.domains.DomainContextBase;

/** Days, terms, calendars, suspensions and windows as they occur, with their edges. */
final class Cases extends DomainContextBase {

  static final LocalDate FIRST = LocalDate.of(2020, 1, 1);

  /** A suspension, counted from the act that starts the limit. */
  record Pause(int after, int days) {
    Suspension of(LocalDate from, Suspension.Resumption resumption) {
      LocalDate first = from.plusDays(after);
      return new Suspension(first, first.plusDays(days - 1L), resumption, "");
    }

    Suspension of(LocalDate from) {
      return of(from, Suspension.Resumption.CONTINUE);
    }
  }

  @Provide
  Arbitrary<LocalDate> days() {
    return Arbitraries.integers().between(0, 20 * 365).map(FIRST::plusDays);
  }

  @Provide
  Arbitrary<WorkCalendar> calendars() {
    return Arbitraries.of(Calendars.codes()).map(Calendars::of);
  }

  @Provide
  Arbitrary<Term> terms() {
    return Arbitraries.of(Unit.values())
        .flatMap(unit -> Arbitraries.integers().between(1, most(unit)).map(n -> new Term(n, unit)));
  }

  private static int most(Unit unit) {
    return switch (unit) {
      case DAY -> 400;
      case WORKING_DAY -> 150;
      case CLEAR_DAY -> 60;
      case MONTH -> 48;
      case YEAR -> 10;
    };
  }

  @Provide
  Arbitrary<Pause> pauses() {
    return Combinators.combine(
            Arbitraries.integers().between(0, 300), Arbitraries.integers().between(1, 60))
        .as(Pause::new);
  }

  @Provide
  Arbitrary<List<Pause>> manyPauses() {
    return pauses().list().ofMaxSize(4);
  }

  @Provide
  Arbitrary<List<Window>> windows() {
    return Arbitraries.of(
            "",
            "07-16..08-15",
            "12-24..01-02",
            "07-16..08-15, 12-24..01-02",
            "02-28..03-01",
            "11-01..11-01")
        .map(Window::parse);
  }

  @Provide
  Arbitrary<Counting> countings() {
    return Combinators.combine(terms(), calendars(), Arbitraries.of(true, false), windows())
        .as(Counting::new);
  }
}
