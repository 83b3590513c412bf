package org.trame.party;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.trame.input.MayBeEmpty;
import org.trame.input.OneOf;

/**
 * A mandate to be registered.
 *
 * @param mandatePerson number of the person
 * @param maySign whether the person may sign
 * @param mayGiveOpinion whether the person may give an opinion
 * @param mayDecide whether the person may decide
 * @param validFrom first day
 * @param validTo last day; empty: none is set
 * @param mandateCeiling highest amount in euros; empty: none is set
 * @param actReference act that grants it
 * @param actDay day of the act
 * @param delegable whether it may be delegated
 */
public record GrantMandate(
    @OneOf("partyPersons") String mandatePerson,
    Boolean maySign,
    Boolean mayGiveOpinion,
    Boolean mayDecide,
    LocalDate validFrom,
    @MayBeEmpty LocalDate validTo,
    @MayBeEmpty BigDecimal mandateCeiling,
    String actReference,
    LocalDate actDay,
    Boolean delegable) {}
