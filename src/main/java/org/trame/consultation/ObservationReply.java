package org.trame.consultation;

import org.trame.input.LongText;
import org.trame.input.OneOf;

/**
 * What becomes of an observation.
 *
 * @param observation number of the observation
 * @param outcome adopted, amended or refused
 * @param reason why
 */
public record ObservationReply(
    @OneOf("observations") String observation, ReplyOutcome outcome, @LongText String reason) {}
