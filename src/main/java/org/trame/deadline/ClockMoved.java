package org.trame.deadline;

/**
 * A clock was suspended or resumed, or its due date changed: running timers follow in the same
 * transaction.
 *
 * @param clock as it is now
 * @param change what happened to it
 */
public record ClockMoved(LegalClock clock, ClockEvent.Kind change) {}
