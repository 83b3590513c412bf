package org.trame.party;

import java.time.LocalDate;

/**
 * What a person may do for an organisation, by an act.
 *
 * @param id number
 * @param party number of the organisation
 * @param person who holds it
 * @param extent powers, period and ceiling, as granted
 * @param actReference act that grants it
 * @param actDay day of the act
 * @param delegable whether it may be delegated
 * @param derivedFrom number of the mandate it is delegated from, or null
 * @param endedOn first day on which it holds no more, if it was ended early; otherwise null
 * @param endReason why it was ended, or null
 */
public record Mandate(
    long id,
    long party,
    Person person,
    Extent extent,
    String actReference,
    LocalDate actDay,
    boolean delegable,
    Long derivedFrom,
    LocalDate endedOn,
    String endReason) {

  /** Where a mandate stands on a day. */
  public enum State {
    TO_COME,
    IN_FORCE,
    EXPIRED,
    ENDED
  }

  /** Where it stands on this day. */
  public State on(LocalDate day) {
    if (endedOn != null && !day.isBefore(endedOn)) {
      return State.ENDED;
    } else if (day.isBefore(extent.from())) {
      return State.TO_COME;
    }
    return extent.contains(day) ? State.IN_FORCE : State.EXPIRED;
  }

  /** Its last day, as far as one is known; otherwise null. */
  public LocalDate lastDay() {
    return endedOn == null ? extent.to() : endedOn.minusDays(1);
  }
}
