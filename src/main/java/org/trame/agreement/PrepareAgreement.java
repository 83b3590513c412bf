package org.trame.agreement;

import org.trame.input.OneOf;

/**
 * An agreement to be prepared.
 *
 * @param agreementKind row of the regime's table {@code Agreements}
 * @param agreementTitle what it is called
 */
public record PrepareAgreement(
    @OneOf("agreementKinds") String agreementKind, String agreementTitle) {}
