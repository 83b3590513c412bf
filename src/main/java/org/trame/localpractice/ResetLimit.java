package org.trame.localpractice;

import org.trame.input.LongText;

/**
 * The table's value again.
 *
 * @param limitReason why
 */
public record ResetLimit(@LongText String limitReason) {}
