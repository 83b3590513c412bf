package org.trame.evaluation;

import org.trame.input.LongText;

/**
 * The evaluator hands in.
 *
 * @param conclusions in words
 */
public record RecordResults(@LongText String conclusions) {}
