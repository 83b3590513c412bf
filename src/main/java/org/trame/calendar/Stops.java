package org.trame.calendar;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** The days on which a limit stands still: of suspensions it goes on after, and of windows. */
final class Stops {

  private final List<Suspension> suspensions;
  private final List<Window> windows;

  Stops(List<Suspension> suspensions, List<Window> windows) {
    this.suspensions =
        suspensions.stream()
            .sorted(
                Comparator.comparing(Suspension::first)
                    .thenComparing(Suspension::last)
                    .thenComparing(Suspension::cause))
            .toList();
    this.windows = windows;
  }

  /** Why it stands still on this day, as a step of one day; a day stands still once. */
  Optional<Step> at(LocalDate day) {
    return suspensions.stream()
        .filter(s -> s.contains(day))
        .findFirst()
        .map(s -> new Step(Step.Kind.SUSPENDED, day, day, s.cause()))
        .or(
            () ->
                windows.stream()
                    .filter(w -> w.contains(day))
                    .findFirst()
                    .map(w -> new Step(Step.Kind.WINDOW, day, day, w.toString())));
  }
}
