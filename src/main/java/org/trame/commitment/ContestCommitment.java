package org.trame.commitment;

import org.trame.input.LongText;
import org.trame.input.OneOf;

/**
 * The beneficiary says that it was not done, or not as promised.
 *
 * @param occurrence which due date
 * @param contestReason why
 */
public record ContestCommitment(
    @OneOf("declaredOccurrences") String occurrence, @LongText String contestReason) {}
