package org.trame.agreement.mediation;

import org.trame.input.LongText;
import org.trame.input.MayBeEmpty;
import org.trame.input.OneOf;

/**
 * What came of a mediation.
 *
 * @param mediationResult what came of it
 * @param leavingParty number of the organisation that leaves, if one does
 * @param joinedAgreement number of the agreement that becomes part of this one, if one does
 * @param mediationWords the same in words
 */
public record RecordMediation(
    MediationOutcome mediationResult,
    @MayBeEmpty @OneOf("mediationParties") String leavingParty,
    @MayBeEmpty @OneOf("openAgreements") String joinedAgreement,
    @LongText String mediationWords) {}
