package org.trame.calendar;

import java.time.LocalDate;
import java.util.List;

/**
 * The end of a limit and the way there.
 *
 * @param due last day: an act on that day is in time
 * @param nominal the end before it moved off a day off
 * @param steps how it was reached, in order; ends with {@link Step.Kind#DUE}
 */
public record Computed(LocalDate due, LocalDate nominal, List<Step> steps) {

  /** A due date that is an event's own. */
  public static Computed event(LocalDate day) {
    return new Computed(
        day, day, List.of(Step.on(Step.Kind.EVENT, day), Step.on(Step.Kind.DUE, day)));
  }
}
