package org.trame.evaluation;

import org.trame.input.Hidden;

/**
 * The figures of a category are taken away.
 *
 * @param id code of the seat category
 */
public record RemoveParticipation(@Hidden String id) {}
