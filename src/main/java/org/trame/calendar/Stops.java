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
    for (Suspension suspension : suspensions) {
      if (suspension.contains(day)) {
        return Optional.of(new Step(Step.Kind.SUSPENDED, day, day, suspension.cause()));
      }
    }
    for (Window window : windows) {
      if (window.contains(day)) {
        return Optional.of(new Step(Step.Kind.WINDOW, day, day, window.toString()));
      }
    }
    return Optional.empty();
  }
}
