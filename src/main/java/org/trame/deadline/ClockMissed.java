package org.trame.deadline;

/** A limit has passed without the act that was awaited. */
public record ClockMissed(LegalClock clock) {}
