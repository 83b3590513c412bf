package org.trame.call;

import java.math.BigDecimal;
import org.trame.input.LongText;
import org.trame.input.MayBeEmpty;
import org.trame.input.OneOf;

/**
 * The decision on one candidature.
 *
 * @param candidature code of the candidature
 * @param kept whether it becomes a programme
 * @param decisionReason why, in both cases
 * @param regionalShare what the Region gives it, in euros; required if it is kept
 * @param federalShare what the federal State gives it, in euros; required if it is kept
 */
public record DecideCandidature(
    @OneOf("candidatures") String candidature,
    Boolean kept,
    @LongText String decisionReason,
    @MayBeEmpty BigDecimal regionalShare,
    @MayBeEmpty BigDecimal federalShare) {}
