package org.trame.consultation;

import java.time.LocalDate;
import org.trame.input.LongText;
import org.trame.input.MayBeEmpty;

/**
 * The concertation commission has given its opinion.
 *
 * @param concertation what it comes to
 * @param givenOn day it was given
 * @param conditions the conditions; required with a conditional opinion
 * @param motives why
 */
public record RecordConcertationOpinion(
    Position concertation,
    LocalDate givenOn,
    @MayBeEmpty @LongText String conditions,
    @LongText String motives) {

  /** What an opinion of the concertation commission comes to. */
  public enum Position {
    FAVOURABLE,
    CONDITIONAL,
    UNFAVOURABLE
  }
}
