package org.trame.deadline;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.trame.calendar.Computation;
import org.trame.calendar.Computed;
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
    return limit.workCalendar(closed);
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
        : Computation.ofEvent(
            clock.limit().counting(days),
            clock.startedOn(),
            clock.eventOn(),
            clock.suspensions(),
            clock.extensions());
  }
}
