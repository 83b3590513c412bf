package org.trame.party;

/**
 * A mandate was granted, or derived from another.
 *
 * @param party organisation
 * @param mandate the new mandate
 * @param source mandate it is derived from, or null
 */
public record MandateGranted(Party party, Mandate mandate, Mandate source) {}
