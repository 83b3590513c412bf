package org.trame.profile;

import org.trame.input.OneOf;

/**
 * A planned sitting that does not take place, chosen from those to come.
 *
 * @param plannedSitting its day
 */
public record CancelOneSitting(@OneOf("plannedSittings") String plannedSitting) {}
