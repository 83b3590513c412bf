package org.trame.agreement;

import org.trame.input.Hidden;

/**
 * A row of a draft to be taken away.
 *
 * @param id which
 */
public record RemoveRow(@Hidden String id) {}
