package org.trame.implementation;

import org.trame.input.LongText;

/**
 * The municipality wants to change its programme.
 *
 * @param reason what has to change and why
 */
public record RequestAmendment(@LongText String reason) {}
