package org.trame.approval;

import org.trame.input.LongText;
import org.trame.input.MayBeEmpty;
import org.trame.input.OneOf;

/**
 * The municipality answers a remark.
 *
 * @param remark label of the remark
 * @param answer the answer
 * @param changed what was changed in the programme
 */
public record AnswerRemark(
    @OneOf("remarksToAnswer") String remark,
    @LongText String answer,
    @MayBeEmpty @LongText String changed) {}
