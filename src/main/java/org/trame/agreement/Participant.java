package org.trame.agreement;

/**
 * An organisation that takes part in a version of an agreement.
 *
 * @param party number of the organisation
 * @param group code of the signing group it is in
 */
public record Participant(long party, String group) {}
