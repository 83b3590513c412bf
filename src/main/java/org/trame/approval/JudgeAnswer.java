package org.trame.approval;

import org.trame.input.LongText;
import org.trame.input.MayBeEmpty;
import org.trame.input.OneOf;

/**
 * The examiner says whether an answer settles the matter.
 *
 * @param remark label of the remark
 * @param verdict accepted or kept open
 * @param comment what is still awaited; required if it is kept open
 */
public record JudgeAnswer(
    @OneOf("answeredRemarks") String remark,
    AnswerVerdict verdict,
    @MayBeEmpty @LongText String comment) {}
