package org.trame.evaluation;

import org.trame.input.Hidden;

/**
 * A line of spending is taken away.
 *
 * @param id action and source, parted by a slash
 */
public record RemoveSpending(@Hidden String id) {}
