package org.trame.consultation;

import org.trame.input.LongText;
import org.trame.input.OneOf;

/**
 * Why seats stay vacant.
 *
 * @param category category of the seats
 * @param vacancyReason the reason
 */
public record VacancyReason(
    @OneOf("seat-categories") String category, @LongText String vacancyReason) {}
