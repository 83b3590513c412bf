package org.trame.consultation;

import org.trame.input.MayBeEmpty;

/**
 * What the coordinator hands in after a meeting.
 *
 * @param anotherMeeting whether the commission meets again before its members are asked
 */
public record RecordMeeting(@MayBeEmpty Boolean anotherMeeting) {}
