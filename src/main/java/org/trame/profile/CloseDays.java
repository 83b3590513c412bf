package org.trame.profile;

import java.time.LocalDate;
import org.trame.input.Hidden;
import org.trame.input.MayBeEmpty;

/**
 * Days on which the offices of a municipality are closed.
 *
 * @param id the days it replaces, or empty
 * @param closedFrom first day
 * @param closedUntil last day; empty: one day
 * @param closingName what people call them
 */
public record CloseDays(
    @Hidden String id,
    LocalDate closedFrom,
    @MayBeEmpty LocalDate closedUntil,
    String closingName) {}
