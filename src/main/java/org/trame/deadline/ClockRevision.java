package org.trame.deadline;

import java.time.Instant;

/**
 * How often a clock has changed since it started, for calendars that must know which of two is the
 * newer.
 *
 * @param number 0 at the start; rises with every suspension, resumption, extension and move
 * @param at when it changed last
 */
public record ClockRevision(int number, Instant at) {}
