package org.trame.call;

import org.trame.input.LongText;
import org.trame.input.OneOf;

/**
 * The score of a candidature on one criterion of the grid.
 *
 * @param candidature code of the candidature
 * @param criterion code of the criterion
 * @param score from 0 to 100: the higher, the greater the need
 * @param scoreReason why
 */
public record ScoreCandidature(
    @OneOf("candidatures") String candidature,
    @OneOf("criteria") String criterion,
    Integer score,
    @LongText String scoreReason) {}
