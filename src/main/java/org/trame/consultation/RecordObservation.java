package org.trame.consultation;

import java.time.LocalDate;
import org.trame.input.Hidden;
import org.trame.input.LongText;
import org.trame.input.OneOf;

/**
 * An observation that was received, without the name of its author.
 *
 * @param id number of the observation that is corrected; empty: a new one
 * @param receivedOn day it came
 * @param channel how it came
 * @param author who speaks, by category
 * @param about an action, or the programme as a whole
 * @param text the observation
 */
public record RecordObservation(
    @Hidden String id,
    LocalDate receivedOn,
    Observation.Channel channel,
    Observation.Author author,
    @OneOf("opinion-subjects") String about,
    @LongText String text) {}
