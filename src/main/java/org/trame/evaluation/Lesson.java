package org.trame.evaluation;

/**
 * Something learned.
 *
 * @param id technical id
 * @param topic what it is about
 * @param learned what was learned
 * @param audience for whom
 */
public record Lesson(long id, String topic, String learned, String audience) {}
