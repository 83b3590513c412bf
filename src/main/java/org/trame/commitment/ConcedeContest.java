package org.trame.commitment;

import org.trame.input.LongText;
import org.trame.input.OneOf;

/**
 * The author admits that it was not done.
 *
 * @param occurrence which due date
 * @param concession in words
 */
public record ConcedeContest(
    @OneOf("contestedOccurrences") String occurrence, @LongText String concession) {}
