package org.trame.supervision;

import org.trame.input.LongText;

/**
 * What the administration proposes on an act.
 *
 * @param proposal the decision proposed
 * @param proposalMotives why
 */
public record ExamineAct(ActDecision proposal, @LongText String proposalMotives) {}
