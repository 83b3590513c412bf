package org.trame.commitment;

import org.trame.input.LongText;

/**
 * The other side refuses the change that is proposed.
 *
 * @param refusalReason why
 */
public record RefuseChange(@LongText String refusalReason) {}
