package org.trame.evaluation;

import java.time.LocalDate;
import org.trame.input.LongText;
import org.trame.input.MayBeEmpty;
import org.trame.input.OneOf;

/**
 * The value of an objective's indicator this year, or why there is none.
 *
 * @param objective code of the objective
 * @param value value measured
 * @param measuredOn day it was measured; required with a value
 * @param missingReason why it was not measured; required without a value
 * @param comment what it means
 */
public record MeasureIndicator(
    @OneOf("objectives-in-force") String objective,
    @MayBeEmpty String value,
    @MayBeEmpty LocalDate measuredOn,
    @MayBeEmpty @LongText String missingReason,
    @MayBeEmpty @LongText String comment) {}
