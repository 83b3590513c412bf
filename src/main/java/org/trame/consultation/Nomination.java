package org.trame.consultation;

import java.time.LocalDate;
import org.trame.input.Hidden;
import org.trame.input.MayBeEmpty;
import org.trame.input.OneOf;

/**
 * A person put forward for a seat.
 *
 * @param id nomination that is corrected; empty: a new one
 * @param category category of the seat
 * @param personName name of the person
 * @param organisation whom the person represents, if anybody
 * @param account account of the person, if there is one
 * @param mandateFrom first day of the mandate
 * @param mandateTo last day of the mandate; empty: as long as the programme runs
 */
public record Nomination(
    @Hidden String id,
    @OneOf("seat-categories") String category,
    String personName,
    @MayBeEmpty String organisation,
    @MayBeEmpty @OneOf("member-accounts") String account,
    LocalDate mandateFrom,
    @MayBeEmpty LocalDate mandateTo) {}
