package org.trame.evaluation;

import java.time.LocalDate;

/**
 * The value of an indicator in a year.
 *
 * @param year year of the implementation
 * @param objective code of the objective
 * @param value value measured, or null
 * @param measuredOn day it was measured, or null
 * @param missingReason why there is no value, or null
 * @param comment what it means; may be empty
 */
public record IndicatorValue(
    int year,
    String objective,
    String value,
    LocalDate measuredOn,
    String missingReason,
    String comment) {}
