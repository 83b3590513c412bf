package org.trame.agreement;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.trame.input.MayBeEmpty;

/**
 * The terms of a draft.
 *
 * @param agreementTitle what the agreement is called
 * @param agreementAmount euros at stake: the ceiling of each mandate is compared with it
 * @param agreementEndsOn last day
 */
public record AgreementTerms(
    String agreementTitle,
    @MayBeEmpty BigDecimal agreementAmount,
    @MayBeEmpty LocalDate agreementEndsOn) {}
