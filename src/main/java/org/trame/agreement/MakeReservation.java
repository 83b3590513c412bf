package org.trame.agreement;

import org.trame.input.LongText;
import org.trame.input.MayBeEmpty;
import org.trame.input.OneOf;

/**
 * What a party agrees to only with a reservation.
 *
 * @param onBehalfOf number of the organisation that signs
 * @param reservedOn clause or action it is on: {@code clause-<number>} or {@code action-<code>};
 *     empty: the whole
 * @param reservationWords what it says
 */
public record MakeReservation(
    @OneOf("mySigningParties") String onBehalfOf,
    @MayBeEmpty @OneOf("reservable") String reservedOn,
    @LongText String reservationWords) {}
