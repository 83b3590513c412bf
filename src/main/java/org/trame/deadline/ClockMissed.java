package org.trame.deadline;

/**
 * A limit has passed without the act.
 *
 * @param clock as it is now
 * @param lapsed whether silence had its effect and ended it; otherwise the act is still awaited
 */
public record ClockMissed(LegalClock clock, boolean lapsed) {}
