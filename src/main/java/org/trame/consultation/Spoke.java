package org.trame.consultation;

import org.trame.input.MayBeEmpty;
import org.trame.input.OneOf;

/**
 * A member who was present took the floor.
 *
 * @param seat seat of the member
 * @param spoke no, to correct; empty: yes
 */
public record Spoke(@OneOf("seats") String seat, @MayBeEmpty Boolean spoke) {}
