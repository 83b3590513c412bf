package org.trame.commitment;

import java.time.LocalDate;
import org.trame.agreement.DraftedCommitment;

/**
 * What an organisation promised another, from the day its agreement was in force.
 *
 * @param id technical number
 * @param agreement number of the agreement
 * @param version number of the version whose text says it
 * @param text what that text says
 * @param terms when it is due and what shows it, today
 * @param begunOn first day in force
 * @param endedOn first day on which it does not hold any more, or null
 * @param endReason why, or null
 */
public record Commitment(
    long id,
    long agreement,
    int version,
    DraftedCommitment text,
    Terms terms,
    LocalDate begunOn,
    LocalDate endedOn,
    EndReason endReason) {

  private static final String SUBJECT = "commitment-";

  /** Why a commitment does not hold any more. */
  public enum EndReason {
    /** An amendment says it otherwise. */
    REPLACED,
    /** An amendment does not say it any more. */
    REMOVED,
    AGREEMENT_ENDED
  }

  /** Its subject: business key of its processes, and what its clocks belong to. */
  public String subject() {
    return SUBJECT + id;
  }

  /** The number of the commitment a subject stands for, or -1 if it is another's. */
  public static long ofSubject(String subject) {
    return subject != null && subject.matches(SUBJECT + "\\d{1,18}")
        ? Long.parseLong(subject.substring(SUBJECT.length()))
        : -1;
  }

  /** The organisation on the other side. */
  public long counterparty(long party) {
    return party == text.author() ? text.beneficiary() : text.author();
  }
}
