package org.trame.programme;

import java.time.LocalDate;

/**
 * A change of a programme that is being implemented.
 *
 * @param number 1 for the first of the programme
 * @param state where it stands
 * @param openedOn day it was asked for
 * @param fromVersion number of the version that was in force then
 * @param matter subject of what it is about beside the programme (an agreement), or null
 * @param object what it is about, or null before it is described
 * @param reason why, or null before it is described
 * @param kind light or heavy, or null before it is described
 * @param kindReasonFr why it is of that kind, in French, or null
 * @param kindReasonNl the same in Dutch, or null
 * @param kindSource where that rule comes from, or null
 * @param version number of the version with the change, or null before it is frozen
 * @param closedOn day it ended, or null
 * @param outcomeReason why it was rejected, refused or given up, or null
 */
public record Amendment(
    int number,
    State state,
    LocalDate openedOn,
    int fromVersion,
    String matter,
    String object,
    String reason,
    Kind kind,
    String kindReasonFr,
    String kindReasonNl,
    String kindSource,
    Integer version,
    LocalDate closedOn,
    String outcomeReason) {

  /** Where an amendment stands. */
  public enum State {
    OPEN,
    IN_FORCE,
    /** By the council. */
    REJECTED,
    /** By the Government. */
    REFUSED,
    WITHDRAWN
  }

  /** What an amendment has to go through. */
  public enum Kind {
    /** Recorded and in force at once. */
    LIGHT,
    /** Goes back to opinions, vote and approval. */
    HEAVY
  }

  /** Why it is light or heavy, in the reader's language. */
  public String kindReason() {
    return ChangeRules.inReadersLanguage(kindReasonFr, kindReasonNl);
  }
}
