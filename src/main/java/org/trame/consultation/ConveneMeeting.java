package org.trame.consultation;

import java.time.LocalDate;
import java.time.LocalDateTime;
import org.trame.input.LongText;

/**
 * What the coordinator hands in to convene the commission.
 *
 * @param meetingAt when it meets
 * @param place where
 * @param agenda what about
 * @param documentsSentOn day the documents were sent to the members
 */
public record ConveneMeeting(
    LocalDateTime meetingAt, String place, @LongText String agenda, LocalDate documentsSentOn) {}
