package org.trame.evaluation;

/**
 * What came of an objective.
 *
 * @param objective code of the objective
 * @param value value at the end
 * @param judgement whether it was reached
 * @param comment why the evaluator judges so
 */
public record Result(String objective, String value, Judgement judgement, String comment) {}
