package org.trame.call;

import java.math.BigDecimal;
import java.time.LocalDate;

/**
 * A selection round.
 *
 * @param id readable id; the business key of its process instance
 * @param regime regime of the contracts
 * @param year year of the contracts
 * @param regionalEnvelope what the Region gives, in euros
 * @param federalEnvelope what the federal State gives, in euros
 * @param openedOn day it was opened
 * @param state where it stands
 * @param notifiedOn day the municipalities were told, or null before the decision
 */
public record Round(
    String id,
    String regime,
    int year,
    BigDecimal regionalEnvelope,
    BigDecimal federalEnvelope,
    LocalDate openedOn,
    State state,
    LocalDate notifiedOn) {

  /** Year, and number among the rounds of the year if it is not the first: {@code 2026-2}. */
  public String label() {
    return id.substring(id.indexOf('-') + 1);
  }

  /** Where a round stands. */
  public enum State {
    /** Candidatures are registered and scored. */
    CANDIDATURES,
    /** The candidatures are complete; the decision is awaited. */
    DECISION,
    /** Decided: nothing can be changed. */
    DECIDED
  }
}
