package org.trame.supervision;

import java.time.LocalDate;
import org.trame.input.LongText;
import org.trame.input.MayBeEmpty;
import org.trame.input.OneOf;

/**
 * A decree that was sent in time and is written down after the act was deemed approved.
 *
 * @param tacitAct reference of the act
 * @param decreeDecision what the decree decides
 * @param decree its reference
 * @param sentOn day it was sent
 * @param sendingProof proof of the sending, and why it is written down only now
 * @param decisionMotives formal reasons, needed to refuse
 */
public record RecordDecree(
    @OneOf("tacitActs") String tacitAct,
    DecreeDecision decreeDecision,
    String decree,
    LocalDate sentOn,
    @LongText String sendingProof,
    @MayBeEmpty @LongText String decisionMotives) {}
