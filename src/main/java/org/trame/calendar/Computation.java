package org.trame.calendar;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Computes the end of a limit.
 *
 * <p>The day of the act is not counted and the last day is; an end on a Saturday, Sunday or holiday
 * moves to the next working day where the rule says so (ordinance of 14 May 1998, art. 4, numac
 * 1998031259; Judicial Code, art. 52 and 53, numac 1967101052). A limit in months ends on the same
 * day number (Judicial Code, art. 54), or on the last day of a month without it. Days of a
 * suspension, and of a yearly window, do not count: the limit ends that many days later, and never
 * on one of them. An extension prolongs the term itself, and only the end of the whole moves off a
 * day off.
 */
public final class Computation {

  /** Further away than any limit; to notice that hardly any day counts. */
  private static final int HORIZON_YEARS = 400;

  private final Counting counting;
  private final List<Term> terms;
  private final List<Suspension> restarts;
  private final Stops stops;

  private Computation(Counting counting, List<Suspension> suspensions, List<Term> extensions) {
    this.counting = counting;
    this.terms = Stream.concat(Stream.of(counting.term()), extensions.stream()).toList();
    this.restarts =
        suspensions.stream()
            .filter(s -> s.resumption() == Suspension.Resumption.RESTART)
            .sorted(Comparator.comparing(Suspension::first))
            .toList();
    this.stops =
        new Stops(
            suspensions.stream()
                .filter(s -> s.resumption() == Suspension.Resumption.CONTINUE)
                .toList(),
            counting.notCounted());
  }

  /** So few days count that the limit never ends. */
  public static final class NoEnd extends IllegalArgumentException {
    private NoEnd(LocalDate from) {
      super("No end within " + HORIZON_YEARS + " years after " + from);
    }
  }

  /** The end of a limit that was neither suspended nor extended. */
  public static Computed of(Counting counting, LocalDate from) {
    return of(counting, from, List.of(), List.of());
  }

  /**
   * The end of a limit.
   *
   * @param from day of the act that starts it
   * @param suspensions in any order; one after the end has no effect
   * @param extensions terms granted in addition, in their order; a restart runs through them too
   * @throws NoEnd if hardly any day counts
   */
  public static Computed of(
      Counting counting, LocalDate from, List<Suspension> suspensions, List<Term> extensions) {
    return new Computation(counting, suspensions, extensions).run(from);
  }

  /**
   * The end of a limit whose last day is an event's own, a sitting for instance: the days on which
   * it was suspended move it, and nothing else until it is extended.
   *
   * @param counting how an extension is counted
   * @param from day from which the event was awaited
   * @param event day of the event, as it was announced
   */
  public static Computed ofEvent(
      Counting counting,
      LocalDate from,
      LocalDate event,
      List<Suspension> suspensions,
      List<Term> extensions) {
    List<Suspension> continued =
        suspensions.stream().filter(s -> !s.isEmpty()).map(Suspension::continued).toList();
    Computation awaited =
        new Computation(
            Counting.plainly(counting.term(), counting.calendar()), continued, List.of());
    LocalDate moved = advance(from, ChronoUnit.DAYS.between(from, event), awaited::counts);
    LocalDate end = moved.isBefore(event) ? event : moved;
    List<Step> steps = new ArrayList<>();
    steps.add(Step.on(Step.Kind.EVENT, event));
    steps.addAll(awaited.passed(from.plusDays(1), end, null));
    if (extensions.isEmpty()) {
      steps.add(Step.on(Step.Kind.DUE, end));
      return new Computed(end, end, List.copyOf(steps));
    }
    Computed extended =
        of(
            new Counting(
                extensions.get(0),
                counting.calendar(),
                counting.rollsForward(),
                counting.notCounted()),
            end,
            continued,
            extensions.subList(1, extensions.size()));
    extended.steps().stream()
        .filter(step -> step.kind() != Step.Kind.START)
        .map(step -> step.kind() == Step.Kind.COUNT ? step.as(Step.Kind.EXTENDED) : step)
        .forEach(steps::add);
    return new Computed(extended.due(), extended.nominal(), List.copyOf(steps));
  }

  /**
   * Whether a term is longer than another: the greater amount, or, in different units, the later
   * end counted from this day.
   */
  public static boolean longer(Term term, Term other, WorkCalendar days, LocalDate from) {
    return term.unit() == other.unit()
        ? term.amount() > other.amount()
        : of(Counting.plainly(term, days), from)
            .due()
            .isAfter(of(Counting.plainly(other, days), from).due());
  }

  private Computed run(LocalDate from) {
    List<Step> steps = new ArrayList<>();
    steps.add(Step.on(Step.Kind.START, from));
    LocalDate start = from;
    Computed computed = count(start);
    for (Optional<Suspension> next = restart(start, computed.due());
        next.isPresent();
        next = restart(start, computed.due())) {
      Suspension suspension = next.get();
      start = suspension.last().plusDays(1);
      if (!suspension.isEmpty()) {
        steps.add(
            new Step(
                Step.Kind.SUSPENDED, suspension.first(), suspension.last(), suspension.cause()));
      }
      steps.add(new Step(Step.Kind.RESTARTED, start, start, suspension.cause()));
      computed = count(start);
    }
    steps.addAll(computed.steps());
    steps.add(Step.on(Step.Kind.DUE, computed.due()));
    return new Computed(computed.due(), computed.nominal(), List.copyOf(steps));
  }

  /** The first suspension that makes a limit begin anew which runs from {@code start}. */
  private Optional<Suspension> restart(LocalDate start, LocalDate due) {
    return restarts.stream()
        .filter(s -> !s.last().isBefore(start) && !s.first().isAfter(due))
        .findFirst();
  }

  /** Counts all terms from a day, without regard to restarts. */
  private Computed count(LocalDate start) {
    List<Step> steps = new ArrayList<>();
    LocalDate end = start;
    LocalDate anchor = start;
    long months = 0;
    for (int i = 0; i < terms.size(); i++) {
      Term term = terms.get(i);
      LocalDate begin = end;
      if (term.inMonths()) {
        months += term.months();
        end = months(anchor, months);
      } else {
        end = days(end, term);
        anchor = end;
        months = 0;
      }
      Step.Kind kind = i == 0 ? Step.Kind.COUNT : Step.Kind.EXTENDED;
      steps.add(new Step(kind, begin.plusDays(1), end, term.amount() + " " + term.unit().name()));
      if (term.inMonths() && shortMonth(anchor, months)) {
        steps.add(Step.on(Step.Kind.MONTH_END, anchor.plusMonths(months)));
      }
      steps.addAll(
          passed(
              begin.plusDays(1), end, term.unit() == Unit.WORKING_DAY ? Step.Kind.DAY_OFF : null));
    }
    if (terms.stream().anyMatch(t -> t.unit() == Unit.CLEAR_DAY)) {
      LocalDate free = end.plusDays(1);
      end = advance(end, 1, this::counts);
      steps.addAll(passed(free, end, null));
      steps.add(Step.on(Step.Kind.CLEAR, end));
    }
    LocalDate due = counting.rollsForward() ? advance(end.minusDays(1), 1, this::works) : end;
    if (due.isAfter(end)) {
      steps.addAll(passed(end, due.minusDays(1), Step.Kind.MOVED));
    }
    return new Computed(due, end, steps);
  }

  /** Months follow months as one term: 31 May plus 9 months plus 3 is 31 May. */
  private LocalDate months(LocalDate from, long months) {
    return advance(from, ChronoUnit.DAYS.between(from, from.plusMonths(months)), this::counts);
  }

  private static boolean shortMonth(LocalDate from, long months) {
    return from.plusMonths(months).getDayOfMonth() != from.getDayOfMonth();
  }

  private LocalDate days(LocalDate from, Term term) {
    return advance(
        from, term.amount(), term.unit() == Unit.WORKING_DAY ? this::works : this::counts);
  }

  private boolean counts(LocalDate day) {
    return stops.at(day).isEmpty();
  }

  private boolean works(LocalDate day) {
    return counts(day) && counting.calendar().isWorkingDay(day);
  }

  /** The day on which so many days after {@code from} are such days. */
  private static LocalDate advance(LocalDate from, long days, Predicate<LocalDate> such) {
    LocalDate horizon = from.plusYears(HORIZON_YEARS);
    LocalDate day = from;
    for (long left = days; left > 0; ) {
      day = day.plusDays(1);
      if (such.test(day)) {
        left--;
      }
      if (day.isAfter(horizon)) {
        throw new NoEnd(from);
      }
    }
    return day;
  }

  /**
   * Why days are passed over, in order; days that stand still for one reason are one step.
   *
   * @param off what a day off is, or null where days off count
   */
  private List<Step> passed(LocalDate first, LocalDate last, Step.Kind off) {
    List<Step> steps = new ArrayList<>();
    for (LocalDate day = first; !day.isAfter(last); day = day.plusDays(1)) {
      Optional<Step> still = stops.at(day);
      if (still.isPresent()) {
        Step before = steps.isEmpty() ? null : steps.get(steps.size() - 1);
        if (before != null && before.goesOnWith(still.get())) {
          steps.set(steps.size() - 1, before.until(day));
        } else {
          steps.add(still.get());
        }
      } else if (off != null) {
        counting.calendar().dayOff(day).ifPresent(d -> steps.add(Step.off(off, d)));
      }
    }
    return steps;
  }
}
