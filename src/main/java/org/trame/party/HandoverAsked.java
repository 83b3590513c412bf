package org.trame.party;

/**
 * A mandate comes to its end: who takes over?
 *
 * @param party organisation
 * @param mandate the mandate
 */
public record HandoverAsked(Party party, Mandate mandate) {}
