package org.trame.commitment;

import org.trame.input.LongText;

/**
 * The yearly review of an agreement.
 *
 * @param reviewOutcome what becomes of it
 * @param reviewWords in words
 */
public record ReviewAgreement(ReviewOutcome reviewOutcome, @LongText String reviewWords) {}
