package org.trame.evaluation;

import org.trame.input.Hidden;

/**
 * A lesson is taken away.
 *
 * @param id the lesson
 */
public record RemoveLesson(@Hidden String id) {}
