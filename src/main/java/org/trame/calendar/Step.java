package org.trame.calendar;

import java.time.LocalDate;

/**
 * One step of the way to a due date.
 *
 * @param kind what happens
 * @param from first day concerned
 * @param to last day concerned; the same for a single day
 * @param detail the reason or the amount: the kind says which
 */
public record Step(Kind kind, LocalDate from, LocalDate to, String detail) {

  /** What a step says. */
  public enum Kind {
    /** The act that starts the limit; its day is not counted. */
    START,
    /** The term runs from the first counted day to its end; detail: {@code 15 WORKING_DAY}. */
    COUNT,
    /** A day not counted as working; detail: kind of day off and its name. */
    DAY_OFF,
    /** The month has no such day number: its last day. */
    MONTH_END,
    /** Whole days left free; the day after them. */
    CLEAR,
    /** Days that do not count because the limit was suspended; detail: the cause. */
    SUSPENDED,
    /** Days that never count in any year; detail: the window. */
    WINDOW,
    /** The term began again on this day; detail: the cause. */
    RESTARTED,
    /** Granted in addition; detail: {@code 40 DAY}. */
    EXTENDED,
    /** The end was a day off and moved to the next working day; detail as for a day off. */
    MOVED,
    /** The last day is an event's own: no counting. */
    EVENT,
    /** The result. */
    DUE
  }

  /** Whether the next step says the same of the next day. */
  boolean goesOnWith(Step next) {
    return kind == next.kind && detail.equals(next.detail) && to.plusDays(1).equals(next.from);
  }

  Step as(Kind other) {
    return new Step(other, from, to, detail);
  }

  Step until(LocalDate last) {
    return new Step(kind, from, last, detail);
  }

  static Step on(Kind kind, LocalDate day) {
    return new Step(kind, day, day, "");
  }

  static Step off(Kind kind, DayOff off) {
    return new Step(kind, off.day(), off.day(), off.kind() + " " + off.name());
  }
}
