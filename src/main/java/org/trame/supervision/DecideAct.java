package org.trame.supervision;

import org.trame.input.LongText;
import org.trame.input.MayBeEmpty;

/**
 * What the Government decides on an act, notified today.
 *
 * @param actDecision the decision
 * @param decree reference of the decree
 * @param extensionDays days added to the limit; empty: as many as the rule allows
 * @param decisionMotives formal reasons, needed to refuse or to extend
 */
public record DecideAct(
    ActDecision actDecision,
    String decree,
    @MayBeEmpty Integer extensionDays,
    @MayBeEmpty @LongText String decisionMotives) {}
