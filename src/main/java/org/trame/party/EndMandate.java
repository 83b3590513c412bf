package org.trame.party;

import java.time.LocalDate;
import org.trame.input.LongText;
import org.trame.input.OneOf;

/**
 * A mandate to be ended early.
 *
 * @param endedMandate number of the mandate
 * @param endedOn first day on which it holds no more
 * @param endingReason why
 */
public record EndMandate(
    @OneOf("openMandates") String endedMandate, LocalDate endedOn, @LongText String endingReason) {}
