package org.trame.agreement;

/**
 * A clause of a version of an agreement.
 *
 * @param number its number, from 1
 * @param heading its heading
 * @param body what it says
 * @param action code of the action of the programme it carries out, or null
 */
public record Clause(int number, String heading, String body, String action) {}
