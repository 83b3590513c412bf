/**
 * The municipal council: convening with clear days, quorum, vote, resolution. The rules are those
 * of the council's Region (tables {@code CouncilConvening} and {@code CouncilSize}), whatever the
 * regime.
 */
package org.trame.council;
