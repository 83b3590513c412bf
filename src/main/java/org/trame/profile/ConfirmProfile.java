package org.trame.profile;

import org.trame.input.MayBeEmpty;

/**
 * What the coordinator confirms.
 *
 * @param councilMembers members of the council in office; empty: what was confirmed before,
 *     otherwise the number the law gives
 * @param officeEmail address of the office that follows the programmes
 * @param closingDays days of the year on which the office is closed, as {@code 24/12, 31/12}
 */
public record ConfirmProfile(
    @MayBeEmpty Integer councilMembers, String officeEmail, @MayBeEmpty String closingDays) {}
