package org.trame.approval;

import org.trame.input.LongText;
import org.trame.input.OneOf;

/**
 * An action is left out of the approval.
 *
 * @param action code of the action
 * @param reason why
 */
public record ExcludeAction(@OneOf("examinedActions") String action, @LongText String reason) {}
