package org.trame.programme;

import java.time.LocalDate;

/**
 * A programme.
 *
 * @param id readable id; the business key of its process instances
 * @param name what people call it
 * @param regime id of its regime
 * @param regimeVersion version of the regime it began under, and keeps
 * @param nis NIS code of the municipality
 * @param municipality French name of the municipality
 * @param municipalityDutch Dutch name of the municipality
 * @param region code of the region
 * @param phase activity id of the current phase in the lifecycle model, empty before the first
 * @param phaseSince day the phase began
 * @param state where it stands as a whole
 * @param notifiedOn day the selection was notified: the elaboration counts from it
 * @param implementationEndsOn last day of the implementation, or null before the approval
 */
public record Programme(
    String id,
    String name,
    String regime,
    String regimeVersion,
    String nis,
    String municipality,
    String municipalityDutch,
    String region,
    String phase,
    LocalDate phaseSince,
    State state,
    LocalDate notifiedOn,
    LocalDate implementationEndsOn) {

  /** Where a programme stands as a whole. */
  public enum State {
    RUNNING,
    REFUSED,
    CLOSED
  }
}
