package org.trame.consultation;

import org.trame.input.LongText;

/**
 * The inquiry is summed up.
 *
 * @param summary the summary
 */
public record SummariseInquiry(@LongText String summary) {}
