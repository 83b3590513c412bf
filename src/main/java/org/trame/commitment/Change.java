package org.trame.commitment;

import java.time.LocalDate;

/**
 * A change of dates or evidence that one side proposes; it holds only if the other consents.
 *
 * @param id technical number
 * @param commitment number of the commitment
 * @param aboutDue due date that was next when it was proposed
 * @param party number of the organisation that proposes it
 * @param proposedBy account
 * @param proposedOn day
 * @param terms what it proposes
 * @param reason why
 * @param state where it stands
 * @param answeredOn day it was answered or its time was over, or null
 * @param answerReason why it was refused, or null
 * @param clock clock whose end proves the silence, or null
 */
public record Change(
    long id,
    long commitment,
    LocalDate aboutDue,
    long party,
    String proposedBy,
    LocalDate proposedOn,
    Terms terms,
    String reason,
    State state,
    LocalDate answeredOn,
    String answerReason,
    Long clock) {

  /** Where a proposal stands. */
  public enum State {
    PROPOSED,
    ACCEPTED,
    REFUSED,
    /** The other side did not answer in time: nothing changes, and nobody consented. */
    UNANSWERED,
    /** What it was about is over. */
    OBSOLETE
  }
}
