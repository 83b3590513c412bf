package org.trame.funding;

import org.trame.input.LongText;
import org.trame.input.MayBeEmpty;

/**
 * The decision on a payment order.
 *
 * @param paymentDecision what is decided
 * @param paymentRefusal why it is refused; needed if it is
 */
public record DecidePayment(
    PaymentDecision paymentDecision, @MayBeEmpty @LongText String paymentRefusal) {}
