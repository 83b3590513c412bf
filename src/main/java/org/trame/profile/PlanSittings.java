package org.trame.profile;

import org.trame.input.LongText;

/**
 * Sittings a council has planned.
 *
 * @param sittingDates days, for instance {@code 28/05/2026, 25/06/2026}
 */
public record PlanSittings(@LongText String sittingDates) {}
