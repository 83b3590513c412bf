package org.trame.agreement.mediation;

import java.time.LocalDate;

/**
 * A mediation over a version of an agreement that is blocked (guide P9).
 *
 * @param id number
 * @param agreement number of the agreement
 * @param version number of the version
 * @param cause why it was opened
 * @param openedOn day it was opened
 * @param mediator number of the person who mediates, or null
 * @param mediatorName name of that person, or null
 * @param mediatorParty number of the organisation of that person, or null
 * @param mediatorAccount account of that person, or null
 * @param consent act by which the parties accepted him, or null
 * @param namedOn day he was named, or null
 * @param outcome what came of it, or null while it is open
 * @param words the same in words, or null
 * @param leaving number of the organisation that leaves, or null
 * @param joined number of the agreement that was joined to this one, or null
 * @param closedOn day it was closed, or null
 */
public record Mediation(
    long id,
    long agreement,
    int version,
    Cause cause,
    LocalDate openedOn,
    Long mediator,
    String mediatorName,
    Long mediatorParty,
    String mediatorAccount,
    String consent,
    LocalDate namedOn,
    MediationOutcome outcome,
    String words,
    Long leaving,
    Long joined,
    LocalDate closedOn) {

  /** Why a mediation is opened. */
  public enum Cause {
    /** A signature that is needed was refused, and the drafters ask for a mediation. */
    REFUSAL,
    /** The time for all signatures has passed. */
    DELAY
  }
}
