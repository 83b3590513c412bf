package org.trame.evaluation;

import org.trame.input.OneOf;

/**
 * How many people of a category took part in the meetings of the year.
 *
 * @param category code of the seat category
 * @param present attendances, all meetings together
 * @param spoke of these, those who spoke
 */
public record RecordParticipation(
    @OneOf("seat-categories") String category, Integer present, Integer spoke) {}
