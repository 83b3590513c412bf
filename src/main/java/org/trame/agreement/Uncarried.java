package org.trame.agreement;

/**
 * An action of a programme that an agreement was to carry out and none in force does.
 *
 * @param action code of the action
 * @param agreement number of the agreement that named it
 */
public record Uncarried(String action, long agreement) {}
