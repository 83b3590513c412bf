package org.trame.call;

import java.math.BigDecimal;
import org.trame.input.MayBeEmpty;
import org.trame.input.OneOf;

/**
 * What the Region hands in to open a selection round.
 *
 * @param roundRegime regime of the contracts; empty: the only one that has a grid
 * @param year year of the contracts
 * @param regionalEnvelope what the Region gives, in euros
 * @param federalEnvelope what the federal State gives, in euros
 */
public record OpenRound(
    @MayBeEmpty @OneOf("selectionRegimes") String roundRegime,
    Integer year,
    BigDecimal regionalEnvelope,
    BigDecimal federalEnvelope) {}
