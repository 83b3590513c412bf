package org.trame.consultation;

import org.trame.input.Hidden;
import org.trame.input.LongText;
import org.trame.input.OneOf;

/**
 * An opinion heard at a meeting.
 *
 * @param id opinion that is corrected; empty: a new one
 * @param seat seat of the author
 * @param about an action, or the programme as a whole
 * @param position what it comes to
 * @param text the opinion
 */
public record RecordOpinion(
    @Hidden String id,
    @OneOf("seats") String seat,
    @OneOf("opinion-subjects") String about,
    Position position,
    @LongText String text) {}
