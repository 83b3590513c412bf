package org.trame.consultation;

import org.trame.input.LongText;
import org.trame.input.OneOf;

/**
 * A minority position, annexed to the minutes as it is: nobody can change it afterwards.
 *
 * @param seat seat of the author
 * @param text the position
 */
public record Dissent(@OneOf("seats") String seat, @LongText String text) {}
