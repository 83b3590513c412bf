package org.trame.implementation;

import org.trame.input.LongText;

/**
 * The municipality asks for more time.
 *
 * @param category what the time is for
 * @param works works that have to be finished
 * @param months months asked for
 */
public record RequestExtension(ExtensionReason category, @LongText String works, Integer months) {}
