package org.trame.commitment;

import java.util.UUID;
import org.trame.input.LongText;
import org.trame.input.MayBeEmpty;
import org.trame.input.OneOf;

/**
 * The author answers a contest.
 *
 * @param occurrence which due date
 * @param answerWords what there is to say
 * @param answerFile more evidence
 */
public record AnswerContest(
    @OneOf("contestedOccurrences") String occurrence,
    @LongText String answerWords,
    @MayBeEmpty UUID answerFile) {}
