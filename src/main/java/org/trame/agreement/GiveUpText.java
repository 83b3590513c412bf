package org.trame.agreement;

import org.trame.input.LongText;

/**
 * A text that its drafters give up before it is in force.
 *
 * @param giveUpReason why
 */
public record GiveUpText(@LongText String giveUpReason) {}
