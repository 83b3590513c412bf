package org.trame.consultation;

import org.trame.input.LongText;
import org.trame.input.OneOf;

/**
 * What becomes of an opinion.
 *
 * @param opinion number of the opinion
 * @param outcome adopted, amended or refused
 * @param reason why
 */
public record OpinionReply(
    @OneOf("opinions") String opinion, ReplyOutcome outcome, @LongText String reason) {}
