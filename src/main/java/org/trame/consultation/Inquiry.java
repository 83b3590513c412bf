package org.trame.consultation;

import java.time.LocalDate;
import java.util.List;

/**
 * A public inquiry.
 *
 * @param id technical id
 * @param number 1 for the first of the programme
 * @param announcedOn day it was announced
 * @param opensOn first day
 * @param closesOn last day
 * @param places where the file can be read
 * @param closed whether the last day is over
 * @param summary the summary, or null before it
 * @param observations what was received, by number
 * @param concertation what the concertation commission said, or null before it
 */
public record Inquiry(
    long id,
    int number,
    LocalDate announcedOn,
    LocalDate opensOn,
    LocalDate closesOn,
    String places,
    boolean closed,
    String summary,
    List<Observation> observations,
    ConcertationOpinion concertation) {

  /** Observations without a reply. */
  public long untreated() {
    return observations.stream().filter(o -> o.reply() == null).count();
  }
}
