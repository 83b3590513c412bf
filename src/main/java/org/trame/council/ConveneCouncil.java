package org.trame.council;

import java.time.LocalDate;
import java.time.LocalDateTime;
import org.trame.input.MayBeEmpty;

/**
 * What the secretary hands in to convene the council.
 *
 * @param noticeSentOn day the notice leaves
 * @param sittingAt when the council sits
 * @param membersInOffice members in office; empty: the number the municipality confirmed, otherwise
 *     the one the law gives
 * @param quotesRule whether the notice quotes the rule on the third convening
 */
public record ConveneCouncil(
    LocalDate noticeSentOn,
    LocalDateTime sittingAt,
    @MayBeEmpty Integer membersInOffice,
    @MayBeEmpty Boolean quotesRule) {}
