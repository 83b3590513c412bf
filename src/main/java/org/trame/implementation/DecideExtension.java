package org.trame.implementation;

import org.trame.input.LongText;
import org.trame.input.MayBeEmpty;

/**
 * What the Region decides on more time.
 *
 * @param granted whether it is granted
 * @param months months granted; empty: those asked for
 * @param motives why
 */
public record DecideExtension(
    Boolean granted, @MayBeEmpty Integer months, @LongText String motives) {}
