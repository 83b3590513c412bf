package org.trame.deadline;

/** Nothing is awaited any more: the act came, silence had its effect, or the step was left. */
public record ClockEnded(LegalClock clock) {}
