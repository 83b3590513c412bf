package org.trame.agreement;

import org.trame.input.Hidden;
import org.trame.input.MayBeEmpty;

/**
 * A signing group that the agreement adds to those of its regime.
 *
 * @param id code of the group that is changed; empty: a new one
 * @param groupLabelFr French name
 * @param groupLabelNl Dutch name
 * @param groupCapacity as what its organisations are there
 * @param groupRank its turn, from 1
 * @param groupNeeded how many of its organisations have to; empty: all
 * @param groupSigners how many people sign for one organisation
 * @param silenceAgrees whether silence is worth an assent; only of organisations that are not bound
 */
public record AddGroup(
    @Hidden String id,
    String groupLabelFr,
    String groupLabelNl,
    Capacity groupCapacity,
    Integer groupRank,
    @MayBeEmpty Integer groupNeeded,
    Integer groupSigners,
    Boolean silenceAgrees) {}
