package org.trame.evaluation;

import org.trame.input.LongText;

/**
 * The Region closes a programme.
 *
 * @param closingNote in words
 */
public record CloseProgramme(@LongText String closingNote) {}
