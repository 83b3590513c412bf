package org.trame.supervision;

import java.time.LocalDate;
import org.trame.input.LongText;
import org.trame.input.MayBeEmpty;

/**
 * What the Government decides on an act. It may be written down after it was sent.
 *
 * @param actDecision the decision
 * @param decree reference of the decree
 * @param sentOn day the decree was sent, which must be the last day or before
 * @param extensionDays days added to the limit; empty: as many as the rule allows
 * @param decisionMotives formal reasons, needed to refuse or to extend
 */
public record DecideAct(
    ActDecision actDecision,
    String decree,
    LocalDate sentOn,
    @MayBeEmpty Integer extensionDays,
    @MayBeEmpty @LongText String decisionMotives) {}
