package org.trame.consultation;

import java.time.LocalDate;

/**
 * The commission adopts its internal rules.
 *
 * @param adoptedOn day they were adopted
 * @param documentsDays days between the sending of the documents and a meeting, at least
 * @param quorumPercent share of the members whose presence is required, in percent
 */
public record AdoptInternalRules(
    LocalDate adoptedOn, Integer documentsDays, Integer quorumPercent) {}
