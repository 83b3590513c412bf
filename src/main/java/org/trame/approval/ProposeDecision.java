package org.trame.approval;

import org.trame.input.LongText;

/**
 * What the administration proposes to the Government.
 *
 * @param proposal decision proposed
 * @param proposalMotives why
 */
public record ProposeDecision(ApprovalOutcome proposal, @LongText String proposalMotives) {}
