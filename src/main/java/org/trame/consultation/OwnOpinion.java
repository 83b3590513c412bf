package org.trame.consultation;

import org.trame.input.LongText;
import org.trame.input.OneOf;

/**
 * An opinion a member writes.
 *
 * @param about an action, or the programme as a whole
 * @param position what it comes to
 * @param text the opinion
 */
public record OwnOpinion(
    @OneOf("opinion-subjects") String about, Position position, @LongText String text) {}
