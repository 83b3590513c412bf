package org.trame.deadline;

/**
 * A rung of the ladder was climbed: this role is told of late work and may do it too.
 *
 * @param clock the clock
 * @param rung the role, and how many working days after the due day it is told
 */
public record ClockEscalated(LegalClock clock, TimeLimit.Rung rung) {}
