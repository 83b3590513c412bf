package org.trame.evaluation;

import java.time.LocalDate;
import org.trame.input.LongText;
import org.trame.input.OneOf;

/**
 * The Region designates who evaluates.
 *
 * @param organisation name of the evaluating organisation
 * @param evaluator account that does the work
 * @param contractOn day the contract was signed
 * @param declaredLinks links with the programme that were declared, or "none" in words
 */
public record DesignateEvaluator(
    String organisation,
    @OneOf("evaluators") String evaluator,
    LocalDate contractOn,
    @LongText String declaredLinks) {}
