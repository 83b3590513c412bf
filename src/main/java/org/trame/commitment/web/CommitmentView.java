package org.trame.commitment.web;

import java.util.List;

/**
 * A commitment as pages show it, in the reader's language.
 *
 * @param id number
 * @param code its code in the text
 * @param clause number of its clause
 * @param agreement number of its agreement
 * @param agreementTitle what the agreement is called
 * @param author who promised
 * @param beneficiary to whom
 * @param authority whether the author is the municipality or the Region
 * @param promise what
 * @param due when, in words
 * @param noticeDays how many days before the author is asked
 * @param expected evidence expected
 * @param next next due date in words, or empty
 * @param ended since when and why it does not hold, or empty
 * @param occurrences its due dates
 * @param earlier terms that held before, in words
 * @param changes changes proposed, the latest first
 * @param acts edits the reader may make
 */
public record CommitmentView(
    long id,
    String code,
    int clause,
    long agreement,
    String agreementTitle,
    String author,
    String beneficiary,
    boolean authority,
    String promise,
    String due,
    int noticeDays,
    String expected,
    String next,
    String ended,
    List<Due> occurrences,
    List<String> earlier,
    List<Proposed> changes,
    List<String> acts) {

  /**
   * A due date.
   *
   * @param id number
   * @param on the day
   * @param state code of its state
   * @param badge how the state is coloured
   * @param facts what was said, in words
   * @param documents evidence
   */
  public record Due(
      long id, String on, String state, String badge, List<String> facts, List<String> documents) {}

  /**
   * A proposed change.
   *
   * @param state code of its state
   * @param sentence who proposed what and why
   * @param answer when and why it was answered, or empty
   * @param clock clock that proves a silence, or null
   */
  public record Proposed(String state, String sentence, String answer, Long clock) {}

  /**
   * How an organisation keeps its word.
   *
   * @param party its name
   * @param authority whether it is the municipality or the Region
   * @param kept in time
   * @param late kept late
   * @param broken broken
   * @param unconfirmed declared, not confirmed
   * @param toCome due or to come
   */
  public record Count(
      String party,
      boolean authority,
      long kept,
      long late,
      long broken,
      long unconfirmed,
      long toCome) {}
}
