package org.trame.backplan;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.trame.calendar.Calendars;
import org.trame.calendar.Counting;
import org.trame.calendar.Suspension;
import org.trame.calendar.Term;
import org.trame.calendar.Window;
import org.trame.deadline.TimeLimit;

/** Plans for tests, without a regime. */
final class Plans {

  static final CriticalPath.Settings EXACT = new CriticalPath.Settings(0, 10);

  private Plans() {}

  static LocalDate day(String iso) {
    return LocalDate.parse(iso);
  }

  static PlanStep step(String code, String after, String term) {
    return step(code, after, term, "", false, false);
  }

  static PlanStep council(String code, String after, String term) {
    return step(code, after, term, "", true, false);
  }

  static PlanStep step(
      String code,
      String after,
      String term,
      String windows,
      boolean sitting,
      boolean rollsForward) {
    List<Term> terms = Arrays.stream(term.split("\\+")).map(Term::parse).toList();
    return new PlanStep(
        code,
        Arrays.stream(after.split(",")).filter(a -> !a.isEmpty()).toList(),
        new Span(
            new Counting(
                terms.get(0), Calendars.of("be-brussels"), rollsForward, Window.parse(windows)),
            terms.subList(1, terms.size())),
        false,
        limit(code),
        List.of("Phase/" + code),
        sitting,
        true,
        "",
        "source",
        "bron");
  }

  static TimeLimit limit(String code) {
    return new TimeLimit(
        code,
        Term.parse("30 days"),
        "be-brussels",
        false,
        "",
        List.of(),
        Set.of(),
        Suspension.Resumption.CONTINUE,
        null,
        TimeLimit.Silence.NONE,
        "coordinator",
        List.of(),
        List.of(),
        TimeLimit.ChangeableBy.NOBODY,
        "source",
        "bron");
  }

  static BackPlan plan(
      List<PlanStep> steps,
      Map<String, Progress> progress,
      Sittings sittings,
      String today,
      String end) {
    return CriticalPath.of(steps, progress, sittings, day(today), day(end), WhatIf.NOTHING, EXACT);
  }
}
