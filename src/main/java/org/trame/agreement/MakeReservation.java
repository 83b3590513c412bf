package org.trame.agreement;

import org.trame.input.LongText;
import org.trame.input.MayBeEmpty;
import org.trame.input.OneOf;

/**
 * What a party agrees to only with a reservation.
 *
 * @param signature number of the signature that is awaited
 * @param reservedOn clause or action it is on: {@code clause-<number>} or {@code action-<code>};
 *     empty: the whole
 * @param reservationWords what it says
 */
public record MakeReservation(
    @OneOf("mySignatures") String signature,
    @MayBeEmpty @OneOf("reservable") String reservedOn,
    @LongText String reservationWords) {}
