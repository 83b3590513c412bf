package org.trame.agreement;

import org.trame.input.LongText;
import org.trame.input.OneOf;

/**
 * A signature that is refused.
 *
 * @param signature number of the signature that is awaited
 * @param refusalReason why
 */
public record RefuseSignature(
    @OneOf("mySignatures") String signature, @LongText String refusalReason) {}
