package org.trame.agreement;

import org.trame.input.LongText;

/**
 * What the drafters decide after a refusal.
 *
 * @param afterRefusal what they do
 * @param afterRefusalReason why
 */
public record DecideAfterRefusal(AfterRefusal afterRefusal, @LongText String afterRefusalReason) {}
