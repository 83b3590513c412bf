package org.trame.consultation;

import org.trame.input.Hidden;

/**
 * A nomination is withdrawn before the designation.
 *
 * @param id the nomination
 */
public record RemoveNomination(@Hidden String id) {}
