package org.trame.consultation;

import java.time.LocalDate;

/**
 * What the concertation commission said, or that it said nothing within its limit.
 *
 * @param outcome the opinion, or none
 * @param givenOn day it was given, or null
 * @param conditions the conditions, or null
 * @param motives why, or null
 * @param source rule by which the procedure goes on without an opinion; otherwise the limit's
 */
public record ConcertationOpinion(
    Outcome outcome, LocalDate givenOn, String conditions, String motives, String source) {

  /** An opinion, or none. */
  public enum Outcome {
    FAVOURABLE,
    CONDITIONAL,
    UNFAVOURABLE,
    /** No opinion within the limit: the procedure goes on. Never counted as favourable. */
    NONE
  }
}
