package org.trame.approval;

import org.trame.input.Hidden;
import org.trame.input.LongText;
import org.trame.input.MayBeEmpty;
import org.trame.input.OneOf;

/**
 * The examiner makes a remark, or puts one that was not sent yet in other words.
 *
 * @param id label of the remark that is changed, or empty
 * @param topic what it is about
 * @param action code of the action it is on; empty: on the whole
 * @param remark the remark
 */
public record PutRemark(
    @Hidden String id,
    RemarkTopic topic,
    @MayBeEmpty @OneOf("examinedActions") String action,
    @LongText String remark) {}
