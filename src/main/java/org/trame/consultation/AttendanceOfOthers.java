package org.trame.consultation;

/**
 * All members nothing is noted of yet.
 *
 * @param presence whether they were there
 */
public record AttendanceOfOthers(Presence presence) {}
