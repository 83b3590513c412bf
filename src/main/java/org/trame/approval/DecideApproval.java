package org.trame.approval;

import org.trame.input.LongText;

/**
 * What the Government decides.
 *
 * @param decision decision
 * @param motives why
 */
public record DecideApproval(ApprovalOutcome decision, @LongText String motives) {}
