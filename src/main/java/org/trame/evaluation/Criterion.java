package org.trame.evaluation;

/**
 * A criterion of the evaluation.
 *
 * @param code short code
 * @param objective code of the objective it is traced to
 * @param question what is asked
 * @param method how it is judged
 */
public record Criterion(String code, String objective, String question, String method) {}
