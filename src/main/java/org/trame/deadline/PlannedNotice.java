package org.trame.deadline;

import java.time.Instant;
import java.time.LocalDate;

/**
 * A reminder or a rung of the ladder, given or to come.
 *
 * @param day when it is due
 * @param warning whether it comes before the end, as a reminder
 * @param days working days before or after the end
 * @param role code of the role, or {@link TimeLimit#HOLDER}
 * @param givenAt when it was given, or null
 */
public record PlannedNotice(
    LocalDate day, boolean warning, int days, String role, Instant givenAt) {}
