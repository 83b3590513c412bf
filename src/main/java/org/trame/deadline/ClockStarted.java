package org.trame.deadline;

/** A clock runs from now on. */
public record ClockStarted(LegalClock clock) {}
