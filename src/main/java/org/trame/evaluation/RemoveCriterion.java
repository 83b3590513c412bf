package org.trame.evaluation;

import org.trame.input.Hidden;

/**
 * A criterion is taken away before the criteria are fixed.
 *
 * @param id its code
 */
public record RemoveCriterion(@Hidden String id) {}
