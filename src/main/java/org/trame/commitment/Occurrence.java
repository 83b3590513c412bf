package org.trame.commitment;

import java.time.LocalDate;
import java.util.UUID;

/**
 * One due date of a commitment.
 *
 * @param id technical number
 * @param commitment number of the commitment
 * @param dueOn last day on which it is done in time
 * @param state where it stands
 * @param openedOn day from which the author was asked, or null
 * @param graceUntil not declared by this day, it is broken; null while it is to come
 * @param declaration what its author says, or null
 * @param contest what the beneficiary says against it, or null
 * @param settledOn day it was confirmed or found broken by a person, or null
 * @param settledBy account that did, or null
 * @param settledWords in whose words, or null
 * @param brokenWhy why it is broken, or null
 * @param notNeededWhy why it is not needed, or null
 */
public record Occurrence(
    long id,
    long commitment,
    LocalDate dueOn,
    State state,
    LocalDate openedOn,
    LocalDate graceUntil,
    Declaration declaration,
    Contest contest,
    LocalDate settledOn,
    String settledBy,
    String settledWords,
    BrokenWhy brokenWhy,
    NotNeededWhy notNeededWhy) {

  /** Where a due date stands. */
  public enum State {
    /** Nobody has been asked yet. */
    TO_COME,
    /** The author is asked. */
    DUE,
    /** The author says it is done; the beneficiary has not said so. */
    DECLARED,
    /** The beneficiary says it was done in time. */
    KEPT,
    /** The beneficiary says it was done, after the due date. */
    KEPT_LATE,
    BROKEN,
    NOT_NEEDED
  }

  /** Why it is broken. */
  public enum BrokenWhy {
    /** Nothing was declared by the end of the grace period. */
    SILENT,
    /** It was contested, and the author had nothing to say in time. */
    UNANSWERED,
    /** It was contested again after the author's answer. */
    CONTESTED,
    /** The author says so. */
    CONCEDED
  }

  /** Why it is not needed. */
  public enum NotNeededWhy {
    /** It was due before the agreement was in force. */
    BEFORE_FORCE,
    /** Both sides agreed on other dates. */
    CHANGED,
    REPLACED,
    REMOVED,
    AGREEMENT_ENDED
  }

  /**
   * The author says that it is done.
   *
   * @param on day it was said
   * @param by account
   * @param doneOn day it was done
   * @param words what was done, or null
   * @param document evidence, or null
   */
  public record Declaration(
      LocalDate on, String by, LocalDate doneOn, String words, UUID document) {}

  /**
   * The beneficiary says that it is not.
   *
   * @param on day it was said
   * @param reason why
   * @param answeredOn day the author answered, or null
   * @param answer what, or null
   * @param document more evidence, or null
   */
  public record Contest(
      LocalDate on, String reason, LocalDate answeredOn, String answer, UUID document) {

    /** Whether the author still has to answer. */
    public boolean unanswered() {
      return answeredOn == null;
    }
  }

  /** Whether its author may still declare it. */
  public boolean open() {
    return state == State.TO_COME || state == State.DUE;
  }

  /** Whether the beneficiary is asked. */
  public boolean toConfirm() {
    return state == State.DECLARED && (contest == null || !contest.unanswered());
  }

  /** Whether the author has to answer a contest. */
  public boolean toAnswer() {
    return state == State.DECLARED && contest != null && contest.unanswered();
  }
}
