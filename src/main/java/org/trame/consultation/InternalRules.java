package org.trame.consultation;

import java.time.LocalDate;

/**
 * How the commission meets.
 *
 * @param documentsDays days between the sending of the documents and a meeting, at least
 * @param quorumPercent share of the members whose presence is required, in percent
 * @param adoptedOn day the commission adopted them, or null if they are the regime's
 * @param source where the regime's minimum comes from
 */
public record InternalRules(
    int documentsDays, int quorumPercent, LocalDate adoptedOn, String source) {}
