package org.trame.consultation;

/**
 * How the commission meets.
 *
 * @param documentsDays days between the sending of the documents and a meeting, at least
 * @param quorumPercent share of the members whose presence is required, in percent
 * @param source the commission's internal rules, or the regime's parameter
 */
public record InternalRules(int documentsDays, int quorumPercent, String source) {}
