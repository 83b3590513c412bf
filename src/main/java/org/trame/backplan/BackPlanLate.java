package org.trame.backplan;

import java.time.LocalDate;

/**
 * The end of a programme's plan cannot be met any more; told once.
 *
 * @param programme id of the programme
 * @param end last day the law leaves
 * @param projected day on which the last step ends as things stand
 */
public record BackPlanLate(String programme, LocalDate end, LocalDate projected) {}
