package org.trame.deadline;

/**
 * The end of a limit is near.
 *
 * @param clock the clock
 * @param role code of the role to remind, or {@link TimeLimit#HOLDER}
 */
public record ClockWarned(LegalClock clock, String role) {}
