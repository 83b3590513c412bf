package org.trame.deadline;

/** A clock that had lapsed was met in time after all: silence has not had its effect. */
public record ClockPutRight(LegalClock clock) {}
