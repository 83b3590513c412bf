package org.trame.agreement;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import org.trame.language.Languages;
import org.trame.language.Messages;

/**
 * The text of an agreement, as it was or is to be agreed.
 *
 * @param agreement number of the agreement
 * @param number 1 for the first text
 * @param amends number of the version in force that it changes, or null for the first text
 * @param state where it stands
 * @param title what the agreement is called
 * @param amount euros at stake, or null
 * @param endsOn last day of the agreement, or null
 * @param follows number of the amendment of the programme that it follows or went through, or null
 * @param object what an amendment is about, or null
 * @param kind what an amendment has to go through, or null
 * @param kindReasonFr why, in French, or null
 * @param kindReasonNl why, in Dutch, or null
 * @param kindSource where that rule comes from, or null
 * @param text the exact text that is signed, or null while it is drafted
 * @param sha256 SHA-256 of that text in UTF-8, in hexadecimal, or null
 * @param frozenAt when it was sent for signing, or null
 * @param inForceOn first day in force, or null
 * @param voidReason why it is void, or null
 */
public record AgreementVersion(
    long agreement,
    int number,
    Integer amends,
    State state,
    String title,
    BigDecimal amount,
    LocalDate endsOn,
    Integer follows,
    String object,
    Kind kind,
    String kindReasonFr,
    String kindReasonNl,
    String kindSource,
    String text,
    String sha256,
    Instant frozenAt,
    LocalDate inForceOn,
    String voidReason) {

  /** Where a version stands. */
  public enum State {
    /** Its text may be changed. */
    DRAFT,
    /** Its text is fixed; the signatures are not asked yet. */
    READY,
    /** The signatures are asked. */
    SIGNING,
    /** A signature that is needed was refused. */
    REFUSED,
    IN_FORCE,
    /** Another version is in force. */
    SUPERSEDED,
    VOID
  }

  /** What an amendment has to go through. */
  public enum Kind {
    /** The signatures of the parties are enough. */
    LIGHT,
    /** Opinions, vote of the council and approval come before the signatures. */
    HEAVY
  }

  /** Why an amendment is light or heavy, in the reader's language, or null. */
  public String kindReason() {
    return Languages.DUTCH.equals(Messages.locale()) ? kindReasonNl : kindReasonFr;
  }

  /** Whether it is under way: neither in force, nor was, nor void. */
  public boolean underWay() {
    return state == State.DRAFT
        || state == State.READY
        || state == State.SIGNING
        || state == State.REFUSED;
  }
}
