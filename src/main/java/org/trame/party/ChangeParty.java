package org.trame.party;

import org.trame.input.LongText;
import org.trame.input.MayBeEmpty;

/** What may change of an organisation; the components are those of {@link OpenParty}. */
public record ChangeParty(
    @MayBeEmpty String enterpriseNumber,
    String partyNameFr,
    String partyNameNl,
    @LongText String partyAddress,
    String contactMail) {}
