package org.trame.evaluation;

import java.time.LocalDate;

/**
 * The final evaluation of a programme.
 *
 * @param organisation who evaluates
 * @param account account of the evaluator: not for the public
 * @param contractOn day the contract was signed
 * @param declaredLinks links with the programme that were declared
 * @param designatedOn day of the designation
 * @param criteriaFixedOn day the criteria were fixed, or null
 * @param resultsOn day the results were handed in, or null
 * @param conclusions conclusions, or null
 */
public record Evaluation(
    String organisation,
    String account,
    LocalDate contractOn,
    String declaredLinks,
    LocalDate designatedOn,
    LocalDate criteriaFixedOn,
    LocalDate resultsOn,
    String conclusions) {}
