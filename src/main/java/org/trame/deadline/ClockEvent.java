package org.trame.deadline;

import java.time.Instant;
import java.time.LocalDate;
import org.trame.calendar.Term;

/**
 * Something that happened to a clock while it ran.
 *
 * @param id technical id; later events have greater ones
 * @param kind what happened
 * @param on the day it happened; for a move, the new due day
 * @param cause code of the event that suspended it ({@code event.<code>}), otherwise empty
 * @param term what was added, or null
 * @param reason in the words of whoever did it; may be empty
 * @param by account, or the program itself
 * @param at when it was written down
 */
public record ClockEvent(
    long id,
    Kind kind,
    LocalDate on,
    String cause,
    Term term,
    String reason,
    String by,
    Instant at) {

  /** What happened. */
  public enum Kind {
    SUSPENDED,
    RESUMED,
    EXTENDED,
    /** The due day was set to an event's own day. */
    MOVED
  }
}
