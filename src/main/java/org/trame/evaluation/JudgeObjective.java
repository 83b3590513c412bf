package org.trame.evaluation;

import org.trame.input.LongText;
import org.trame.input.OneOf;

/**
 * What came of an objective.
 *
 * @param objective code of the objective
 * @param value value at the end
 * @param judgement whether it was reached
 * @param comment why the evaluator judges so
 */
public record JudgeObjective(
    @OneOf("objectives-in-force") String objective,
    String value,
    Judgement judgement,
    @LongText String comment) {}
