package org.trame.deadline;

import java.time.Instant;
import org.trame.calendar.Computed;

/**
 * One computation of a due day: clocks keep them all.
 *
 * @param at when
 * @param computed the result and the way there
 * @param why what made it necessary: {@code STARTED}, or the kind of the event
 */
public record ClockComputation(Instant at, Computed computed, String why) {

  /** The first computation. */
  public static final String STARTED = "STARTED";
}
