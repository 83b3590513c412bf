package org.trame.programme;

import java.time.LocalDate;
import org.trame.calendar.Unit;
import org.trame.input.LongText;
import org.trame.input.MayBeEmpty;
import org.trame.input.OneOf;

/** What people hand in to change a clock of a programme. */
final class ClockInputs {

  private ClockInputs() {}

  /**
   * More time.
   *
   * @param clock as {@link ClockChanges} names it
   * @param amount how many units
   * @param unit units
   * @param reason why
   */
  record ExtendClock(
      @OneOf("clocksToExtend") String clock, Integer amount, Unit unit, @LongText String reason) {}

  /**
   * A limit stands still.
   *
   * @param clock as {@link ClockChanges} names it
   * @param cause code of the event that suspends it
   * @param on day of that event
   * @param reason in the actor's words
   */
  record SuspendClock(
      @OneOf("clocksToSuspend") String clock,
      @OneOf("suspendingEvents") String cause,
      LocalDate on,
      @MayBeEmpty @LongText String reason) {}

  /**
   * A limit runs again.
   *
   * @param clock as {@link ClockChanges} names it
   * @param on first day that counts again
   * @param reason in the actor's words
   */
  record ResumeClock(
      @OneOf("clocksToResume") String clock, LocalDate on, @MayBeEmpty @LongText String reason) {}
}
