package org.trame.call;

/**
 * A criterion of a round's grid. Its name is the message {@code criterion.<code>}.
 *
 * @param code code
 * @param weight its weight, relative to the others'
 * @param source where it comes from
 */
public record Criterion(String code, int weight, String source) {}
