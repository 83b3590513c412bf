package org.trame.profile;

import org.trame.input.MayBeEmpty;

/**
 * What the coordinator confirms.
 *
 * @param councilMembers members of the council in office; empty: what was confirmed before,
 *     otherwise the number the law gives
 * @param officeEmail address of the office that follows the programmes
 */
public record ConfirmProfile(@MayBeEmpty Integer councilMembers, String officeEmail) {}
