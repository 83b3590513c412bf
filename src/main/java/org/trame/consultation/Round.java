package org.trame.consultation;

import java.time.LocalDate;

/**
 * One consultation of the commission; a rejected vote or a heavy amendment opens another.
 *
 * @param id technical id
 * @param number 1 for the first
 * @param openedOn first day
 * @param closedOn day every opinion had its reply, or null
 */
public record Round(long id, int number, LocalDate openedOn, LocalDate closedOn) {}
