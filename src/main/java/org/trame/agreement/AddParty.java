package org.trame.agreement;

import org.trame.input.OneOf;

/**
 * An organisation that takes part.
 *
 * @param agreementParty number of the organisation
 * @param partyGroup code of the signing group it is in
 */
public record AddParty(
    @OneOf("agreementParties") String agreementParty,
    @OneOf("agreementGroups") String partyGroup) {}
