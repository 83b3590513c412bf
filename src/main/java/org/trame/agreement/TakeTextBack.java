package org.trame.agreement;

import org.trame.input.LongText;

/**
 * The text of an agreement is taken back while it is being signed: the signatures given are void.
 *
 * @param takeBackReason why
 */
public record TakeTextBack(@LongText String takeBackReason) {}
