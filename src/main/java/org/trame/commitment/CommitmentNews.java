package org.trame.commitment;

import java.time.LocalDate;
import java.util.List;
import org.trame.agreement.Agreement;

/**
 * Something happened to a commitment that people have to be told, in the transaction in which it
 * happens.
 *
 * @param what what happened
 * @param commitment which
 * @param agreement its agreement
 * @param dueOn due date it is about
 * @param parties organisations whose people are told
 * @param party organisation that did it or did not
 * @param reason why, in somebody's words, or empty
 */
public record CommitmentNews(
    What what,
    Commitment commitment,
    Agreement agreement,
    LocalDate dueOn,
    List<Long> parties,
    long party,
    String reason) {

  /** What may happen. */
  public enum What {
    /** The author is asked. */
    ASKED,
    /** The beneficiary is asked to confirm. */
    DECLARED,
    CONTESTED,
    /** The beneficiary has confirmed. */
    CONFIRMED,
    /** The due date is over and nothing was declared. */
    LATE,
    BROKEN,
    CHANGE_PROPOSED,
    CHANGE_ACCEPTED,
    CHANGE_REFUSED,
    CHANGE_UNANSWERED
  }
}
