package org.trame.party;

/**
 * Nobody takes over for the moment.
 *
 * @param party organisation
 * @param mandate the mandate that ends
 */
public record HandoverLeftOpen(Party party, Mandate mandate) {}
