package org.trame.funding;

import java.math.BigDecimal;
import java.util.UUID;
import org.trame.input.OneOf;

/**
 * A payment order to be prepared.
 *
 * @param payee number of the organisation that is paid
 * @param paymentAmount euros
 * @param paymentPurpose what is paid for
 * @param paymentEvidence document that shows it
 */
public record PreparePayment(
    @OneOf("payees") String payee,
    BigDecimal paymentAmount,
    String paymentPurpose,
    UUID paymentEvidence) {}
