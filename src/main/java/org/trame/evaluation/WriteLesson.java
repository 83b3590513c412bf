package org.trame.evaluation;

import org.trame.input.Hidden;
import org.trame.input.LongText;

/**
 * Something learned.
 *
 * @param id the lesson to change; empty for a new one
 * @param topic what it is about
 * @param learned what was learned
 * @param audience for whom
 */
public record WriteLesson(
    @Hidden String id, String topic, @LongText String learned, String audience) {}
