package org.trame.backplan;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.trame.calendar.Computation;
import org.trame.deadline.LegalClock;
import org.trame.workflow.Passage;

/**
 * Tells from the history how far each step has come. What was done before a programme went back to
 * an earlier step is to be done again: a step counts only if nothing it waits for was begun after
 * it.
 */
final class Histories {

  private final Map<String, PlanStep> steps = new HashMap<>();
  private final Map<String, Run> runs = new HashMap<>();
  private final ZoneId zone;

  private Histories(List<PlanStep> all, List<Passage> passages, ZoneId zone) {
    this.zone = zone;
    all.forEach(s -> steps.put(s.code(), s));
    for (PlanStep step : all) {
      Run run = Run.of(step, passages);
      if (run != null) {
        runs.put(step.code(), run);
      }
    }
  }

  /** How far each step of a subject has come; {@code clocks} are all of that subject. */
  static Map<String, Progress> progress(
      List<PlanStep> all,
      List<Passage> passages,
      List<LegalClock> clocks,
      LocalDate today,
      ZoneId zone) {
    Histories histories = new Histories(all, passages, zone);
    Map<String, Progress> progress = new HashMap<>();
    for (PlanStep step : all) {
      progress.put(step.code(), histories.progress(step, all, clocks, today));
    }
    return progress;
  }

  private Progress progress(
      PlanStep step, List<PlanStep> all, List<LegalClock> clocks, LocalDate today) {
    LegalClock clock =
        clocks.stream()
            .filter(c -> c.open() && c.step().equals(step.limit().step()))
            .reduce((a, b) -> b)
            .orElse(null);
    LocalDate due = clock == null ? null : clock.dueOn();
    if (counts(step)) {
      Run run = runs.get(step.code());
      LocalDate began = day(run.began());
      return run.ended() == null
          ? new Progress(Progress.State.ACTIVE, began, null, due, moved(step, clock, today))
          : new Progress(Progress.State.DONE, began, day(run.ended()), due, 0);
    }
    boolean left =
        all.stream().anyMatch(s -> counts(s) && earlier(s, new HashSet<>()).contains(step.code()));
    return new Progress(left ? Progress.State.SKIPPED : Progress.State.TO_COME, null, null, due, 0);
  }

  /** Whether the step has begun, and nothing it waits for has begun again since. */
  private boolean counts(PlanStep step) {
    Run run = runs.get(step.code());
    return run != null
        && earlier(step, new HashSet<>()).stream()
            .map(runs::get)
            .filter(Objects::nonNull)
            .noneMatch(r -> r.ended() == null || r.began().isAfter(run.began()));
  }

  private Set<String> earlier(PlanStep step, Set<String> found) {
    step.after().stream().filter(found::add).forEach(code -> earlier(steps.get(code), found));
    return found;
  }

  /** By how many days a suspension or an extension has moved the clock so far. */
  private static long moved(PlanStep step, LegalClock clock, LocalDate today) {
    if (clock == null || step.untilDue()) {
      return 0;
    }
    LocalDate plain =
        Computation.of(clock.limit().counting(step.span().counting().calendar()), clock.startedOn())
            .due();
    long open =
        clock.suspendedOn() == null ? 0 : ChronoUnit.DAYS.between(clock.suspendedOn(), today);
    return Math.max(0, ChronoUnit.DAYS.between(plain, clock.dueOn()) + open);
  }

  private LocalDate day(Instant instant) {
    return instant.atZone(zone).toLocalDate();
  }

  /** The last time a step was gone through: the first activity since its first one began. */
  private record Run(Instant began, Instant ended) {

    static Run of(PlanStep step, List<Passage> passages) {
      String first = step.activities().get(0);
      Instant began =
          passages.stream()
              .filter(p -> p.activity().equals(first))
              .map(Passage::began)
              .max(Comparator.naturalOrder())
              .orElse(null);
      if (began == null) {
        return null;
      }
      List<Passage> mine =
          passages.stream()
              .filter(p -> step.activities().contains(p.activity()) && !p.began().isBefore(began))
              .toList();
      boolean open = mine.stream().anyMatch(p -> p.ended() == null);
      String last = step.activities().get(step.activities().size() - 1);
      boolean reached = mine.stream().anyMatch(p -> p.activity().equals(last));
      return open || !reached
          ? new Run(began, null)
          : new Run(
              began,
              mine.stream().map(Passage::ended).max(Comparator.naturalOrder()).orElseThrow());
    }
  }
}
