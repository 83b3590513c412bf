package org.trame.consultation;

import java.time.LocalDate;
import org.trame.input.MayBeEmpty;
import org.trame.input.OneOf;

/**
 * The council designates somebody for a seat that is vacant since the commission was set up.
 *
 * @param category category of the seat
 * @param personName name of the person
 * @param organisation whom the person represents, if anybody
 * @param account account of the person, if there is one
 * @param mandateFrom first day of the mandate
 * @param mandateTo last day of the mandate; empty: as long as the programme runs
 * @param resolutionNumber number of the council's resolution
 * @param resolutionOn day of the resolution
 */
public record Replacement(
    @OneOf("seat-categories") String category,
    String personName,
    @MayBeEmpty String organisation,
    @MayBeEmpty @OneOf("member-accounts") String account,
    LocalDate mandateFrom,
    @MayBeEmpty LocalDate mandateTo,
    String resolutionNumber,
    LocalDate resolutionOn) {

  Nomination nomination() {
    return new Nomination(
        null, category, personName, organisation, account, mandateFrom, mandateTo);
  }
}
