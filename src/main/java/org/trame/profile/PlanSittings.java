package org.trame.profile;

import java.time.LocalDate;
import org.trame.input.LongText;
import org.trame.input.MayBeEmpty;

/**
 * Sittings a council has planned: one, several, or both.
 *
 * @param sittingOn day of one
 * @param sittingDates days of several, for instance {@code 28/05/2026, 25/06/2026}
 */
public record PlanSittings(
    @MayBeEmpty LocalDate sittingOn, @MayBeEmpty @LongText String sittingDates) {}
