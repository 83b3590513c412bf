package org.trame.evaluation;

import org.trame.input.LongText;
import org.trame.input.OneOf;

/**
 * A criterion of the evaluation.
 *
 * @param code short code; a code that exists is changed
 * @param objective code of the objective it is traced to
 * @param question what is asked
 * @param method how it will be judged
 */
public record WriteCriterion(
    String code,
    @OneOf("objectives-in-force") String objective,
    @LongText String question,
    @LongText String method) {}
