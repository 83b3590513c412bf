package org.trame.agreement;

import org.trame.input.LongText;
import org.trame.input.OneOf;

/**
 * A signature that is refused.
 *
 * @param onBehalfOf number of the organisation that signs
 * @param refusalReason why
 */
public record RefuseSignature(
    @OneOf("mySigningParties") String onBehalfOf, @LongText String refusalReason) {}
