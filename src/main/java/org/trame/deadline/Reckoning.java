package org.trame.deadline;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.trame.calendar.Computation;
import org.trame.calendar.Computed;
import org.trame.calendar.Counting;
import org.trame.calendar.Step;
import org.trame.calendar.Suspension;
import org.trame.calendar.Term;
import org.trame.calendar.WorkCalendar;

/** Computes due days, with the closing days of the municipality as they are known now. */
@Component
class Reckoning {

  private final Responsibilities responsibilities;
  private final ObjectProvider<ClosingDays> closingDays;

  Reckoning(Responsibilities responsibilities, ObjectProvider<ClosingDays> closingDays) {
    this.responsibilities = responsibilities;
    this.closingDays = closingDays;
  }

  /** The calendar of a rule where the subject is. */
  WorkCalendar calendar(TimeLimit limit, String subject) {
    Map<LocalDate, String> closed = new HashMap<>();
    responsibilities
        .place(subject)
        .map(Place::nis)
        .ifPresent(nis -> closingDays.forEach(days -> closed.putAll(days.of(nis))));
    return closed.isEmpty() ? limit.workCalendar() : limit.workCalendar().closedOn(closed);
  }

  /** The end of a limit that starts. */
  Computed start(TimeLimit limit, String subject, LocalDate from) {
    return Computation.of(limit.counting(calendar(limit, subject)), from);
  }

  /** The end of a clock with everything that happened to it. */
  Computed again(LegalClock clock) {
    WorkCalendar days = calendar(clock.limit(), clock.subject());
    return clock.eventOn() == null
        ? Computation.of(
            clock.limit().counting(days),
            clock.startedOn(),
            clock.suspensions(),
            clock.extensions())
        : afterEvent(clock, days);
  }

  /** An event's own day moves by the days of a suspension and by what is granted in addition. */
  private static Computed afterEvent(LegalClock clock, WorkCalendar days) {
    LocalDate due = clock.eventOn();
    List<Step> steps = new ArrayList<>();
    steps.add(new Step(Step.Kind.EVENT, due, due, ""));
    for (Suspension still : clock.suspensions()) {
      if (!still.first().isAfter(due)) {
        due = due.plusDays(still.last().toEpochDay() - still.first().toEpochDay() + 1);
        steps.add(new Step(Step.Kind.SUSPENDED, still.first(), still.last(), still.cause()));
      }
    }
    LocalDate nominal = due;
    for (Term term : clock.extensions()) {
      LocalDate from = due.plusDays(1);
      Computed more =
          Computation.of(
              new Counting(term, days, clock.limit().rollsForward(), clock.limit().notCounted()),
              due);
      due = more.due();
      nominal = more.nominal();
      steps.add(new Step(Step.Kind.EXTENDED, from, due, term.amount() + " " + term.unit()));
    }
    steps.add(new Step(Step.Kind.DUE, due, due, ""));
    return new Computed(due, nominal, List.copyOf(steps));
  }
}
