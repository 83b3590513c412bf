package org.trame.consultation;

import org.trame.input.OneOf;

/**
 * A member at a meeting.
 *
 * @param seat seat of the member
 * @param presence whether the member was there
 */
public record Attendance(@OneOf("seats") String seat, Presence presence) {}
