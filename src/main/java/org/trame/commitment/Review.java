package org.trame.commitment;

import java.time.LocalDate;

/**
 * A review of an agreement that was done.
 *
 * @param on day
 * @param outcome what was found
 * @param words in words
 */
public record Review(LocalDate on, ReviewOutcome outcome, String words) {}
