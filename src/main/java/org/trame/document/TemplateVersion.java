package org.trame.document;

import java.time.Instant;

/**
 * A version of a municipality's template. The last one is in force.
 *
 * @param number from 1
 * @param text what it says, or null: the template that comes with Trame again
 * @param by account that saved it
 * @param at when
 */
public record TemplateVersion(int number, String text, String by, Instant at) {}
