package org.trame.localpractice;

import org.trame.calendar.Unit;
import org.trame.input.LongText;
import org.trame.input.MayBeEmpty;

/**
 * Another time limit for one’s own programmes.
 *
 * @param limitAmount how many units
 * @param limitUnit what it is counted in
 * @param limitWarnings working days before the end on which whoever has the task is reminded, as
 *     {@code 10, 3}; empty: never
 * @param limitReason why
 */
public record ChangeLimit(
    Integer limitAmount,
    Unit limitUnit,
    @MayBeEmpty String limitWarnings,
    @LongText String limitReason) {}
