package org.trame.party;

/**
 * A mandate was ended early.
 *
 * @param party organisation
 * @param mandate the mandate, with its end
 */
public record MandateEnded(Party party, Mandate mandate) {}
