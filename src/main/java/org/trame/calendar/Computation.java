package org.trame.calendar;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Computes the end of a limit.
 *
 * <p>The day of the act is not counted and the last day is; an end on a Saturday, Sunday or holiday
 * moves to the next working day where the rule says so (ordinance of 14 May 1998, art. 4, numac
 * 1998031259; Judicial Code, art. 52 and 53, numac 1967101052). A limit in months ends on the same
 * day number (Judicial Code, art. 54), or on the last day of a month without it. Days of a
 * suspension, and of a yearly window, do not count: a limit in months ends that many days later. An
 * extension prolongs the term itself, and only the end of the whole moves off a day off.
 */
public final class Computation {

  private final Counting counting;
  private final List<Suspension> suspensions;
  private final List<Step> steps = new ArrayList<>();

  private Computation(Counting counting, List<Suspension> suspensions) {
    this.counting = counting;
    this.suspensions =
        suspensions.stream().sorted(Comparator.comparing(Suspension::first)).toList();
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
   * @param extensions terms granted in addition, in their order
   */
  public static Computed of(
      Counting counting, LocalDate from, List<Suspension> suspensions, List<Term> extensions) {
    return new Computation(counting, suspensions).run(from, extensions);
  }

  private Computed run(LocalDate from, List<Term> extensions) {
    LocalDate start = from;
    LocalDate end = count(start, extensions);
    for (Optional<Suspension> next = restart(start, end);
        next.isPresent();
        next = restart(start, end)) {
      Suspension restart = next.get();
      start = restart.last().plusDays(1);
      steps.clear();
      steps.add(Step.on(Step.Kind.START, from));
      steps.add(new Step(Step.Kind.SUSPENDED, restart.first(), restart.last(), restart.cause()));
      steps.add(new Step(Step.Kind.RESTARTED, start, start, restart.cause()));
      end = count(start, extensions);
    }
    LocalDate due = counting.rollsForward() ? moved(end) : end;
    steps.add(Step.on(Step.Kind.DUE, due));
    return new Computed(due, end, List.copyOf(steps));
  }

  private Optional<Suspension> restart(LocalDate start, LocalDate end) {
    return suspensions.stream()
        .filter(s -> s.resumption() == Suspension.Resumption.RESTART)
        .filter(s -> s.last().isAfter(start) && !s.first().isAfter(end))
        .filter(s -> !s.last().plusDays(1).equals(start))
        .reduce((a, b) -> b);
  }

  private LocalDate count(LocalDate start, List<Term> extensions) {
    if (steps.isEmpty()) {
      steps.add(Step.on(Step.Kind.START, start));
    }
    List<Term> terms = new ArrayList<>();
    terms.add(counting.term());
    terms.addAll(extensions);
    LocalDate end = start;
    for (int done = 0; done < terms.size(); ) {
      Term term = terms.get(done);
      int together = term.inMonths() ? inMonths(terms, done) : done + 1;
      List<Term> counted = terms.subList(done, together);
      end = term.inMonths() ? months(end, counted) : days(end, term);
      describe(start, end, counted, done == 0);
      done = together;
    }
    return clear(terms, end);
  }

  /** Months follow months as one term: 31 May plus 9 months plus 3 is 31 May. */
  private static int inMonths(List<Term> terms, int from) {
    int to = from;
    while (to < terms.size() && terms.get(to).inMonths()) {
      to++;
    }
    return to;
  }

  private final List<Step> passed = new ArrayList<>();

  private LocalDate months(LocalDate from, List<Term> terms) {
    LocalDate end = from.plusMonths(terms.stream().mapToLong(Term::months).sum());
    if (end.getDayOfMonth() != from.getDayOfMonth()) {
      passed.add(Step.on(Step.Kind.MONTH_END, end));
    }
    LocalDate day = from;
    long carried = 0;
    while (day.isBefore(end) || carried > 0) {
      boolean extra = !day.isBefore(end);
      day = day.plusDays(1);
      if (standsStill(day)) {
        carried += extra ? 0 : 1;
      } else if (extra) {
        carried--;
      }
    }
    return day;
  }

  private LocalDate days(LocalDate from, Term term) {
    LocalDate day = from;
    for (int left = term.amount(); left > 0; ) {
      day = day.plusDays(1);
      Optional<DayOff> off =
          term.unit() == Unit.WORKING_DAY ? counting.calendar().dayOff(day) : Optional.empty();
      if (standsStill(day)) {
        continue;
      }
      if (off.isPresent()) {
        passed.add(Step.off(Step.Kind.DAY_OFF, off.get()));
      } else {
        left--;
      }
    }
    return day;
  }

  /** Clear days end on the day after the last free one. */
  private LocalDate clear(List<Term> terms, LocalDate end) {
    if (terms.get(terms.size() - 1).unit() != Unit.CLEAR_DAY) {
      return end;
    }
    LocalDate event = end.plusDays(1);
    steps.add(Step.on(Step.Kind.CLEAR, event));
    return event;
  }

  private boolean standsStill(LocalDate day) {
    for (Suspension suspension : suspensions) {
      if (suspension.resumption() == Suspension.Resumption.CONTINUE && suspension.contains(day)) {
        return still(Step.Kind.SUSPENDED, day, suspension.cause());
      }
    }
    for (Window window : counting.notCounted()) {
      if (window.contains(day)) {
        return still(Step.Kind.WINDOW, day, window.toString());
      }
    }
    return false;
  }

  /** Days that stand still for one reason are one step. */
  private boolean still(Step.Kind kind, LocalDate day, String detail) {
    for (int i = 0; i < passed.size(); i++) {
      Step step = passed.get(i);
      if (step.kind() == kind
          && step.detail().equals(detail)
          && step.to().plusDays(1).equals(day)) {
        passed.set(i, new Step(kind, step.from(), day, detail));
        return true;
      }
    }
    passed.add(new Step(kind, day, day, detail));
    return true;
  }

  private void describe(LocalDate start, LocalDate end, List<Term> terms, boolean first) {
    for (int i = 0; i < terms.size(); i++) {
      Term term = terms.get(i);
      Step.Kind kind = first && i == 0 ? Step.Kind.COUNT : Step.Kind.EXTENDED;
      steps.add(new Step(kind, start.plusDays(1), end, term.amount() + " " + term.unit().name()));
    }
    steps.addAll(passed);
    passed.clear();
  }

  private LocalDate moved(LocalDate end) {
    LocalDate due = end;
    for (Optional<DayOff> off = counting.calendar().dayOff(due);
        off.isPresent();
        off = counting.calendar().dayOff(due)) {
      steps.add(Step.off(Step.Kind.MOVED, off.get()));
      due = due.plusDays(1);
    }
    return due;
  }
}
