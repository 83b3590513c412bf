package org.trame.deadline;

/** The due date of a clock has changed, or it was suspended or resumed: running timers follow. */
public record ClockMoved(LegalClock clock) {}
