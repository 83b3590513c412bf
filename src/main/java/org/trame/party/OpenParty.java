package org.trame.party;

import org.trame.input.LongText;
import org.trame.input.MayBeEmpty;

/**
 * An organisation to be registered.
 *
 * @param partyKind what it is
 * @param partyNis NIS code of its municipality; empty for one of the whole Region
 * @param enterpriseNumber enterprise number, needed for an association
 * @param partyNameFr French name
 * @param partyNameNl Dutch name
 * @param partyAddress where it is
 * @param contactMail where it is written to
 */
public record OpenParty(
    Party.Kind partyKind,
    @MayBeEmpty String partyNis,
    @MayBeEmpty String enterpriseNumber,
    String partyNameFr,
    String partyNameNl,
    @LongText String partyAddress,
    String contactMail) {}
