package org.trame.party;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.trame.input.MayBeEmpty;
import org.trame.input.OneOf;

/**
 * A mandate to be derived from another; the other components are those of {@link GrantMandate}.
 *
 * @param sourceMandate number of the mandate it is derived from
 */
public record DelegateMandate(
    @OneOf("delegableMandates") String sourceMandate,
    @OneOf("partyPersons") String mandatePerson,
    Boolean maySign,
    Boolean mayGiveOpinion,
    Boolean mayDecide,
    LocalDate validFrom,
    @MayBeEmpty LocalDate validTo,
    @MayBeEmpty BigDecimal mandateCeiling,
    String actReference,
    LocalDate actDay,
    Boolean delegable) {

  GrantMandate granted() {
    return new GrantMandate(
        mandatePerson,
        maySign,
        mayGiveOpinion,
        mayDecide,
        validFrom,
        validTo,
        mandateCeiling,
        actReference,
        actDay,
        delegable);
  }
}
