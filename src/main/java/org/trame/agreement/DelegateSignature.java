package org.trame.agreement;

import java.time.LocalDate;
import org.trame.input.OneOf;

/**
 * A signer lets somebody else of the organisation sign.
 *
 * @param onBehalfOf number of the organisation
 * @param mandatePerson number of the person who will sign
 * @param validTo last day of the delegation
 * @param actReference act that delegates
 */
public record DelegateSignature(
    @OneOf("mySigningParties") String onBehalfOf,
    @OneOf("colleagues") String mandatePerson,
    LocalDate validTo,
    String actReference) {}
