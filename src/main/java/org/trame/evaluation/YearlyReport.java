package org.trame.evaluation;

import java.time.LocalDate;

/**
 * The report on a year of the implementation.
 *
 * @param year 1 for the first year of the implementation
 * @param state where it stands
 * @param openedOn day it was asked for
 * @param words what was done, or null before it was handed in
 * @param conditions what helped and hindered, or null before it was handed in
 * @param submittedOn day it was last handed in, or null
 * @param reviewedOn day the Region last answered, or null
 * @param reviewReason what the Region said, or null
 */
public record YearlyReport(
    int year,
    State state,
    LocalDate openedOn,
    String words,
    String conditions,
    LocalDate submittedOn,
    LocalDate reviewedOn,
    String reviewReason) {

  /** Where a report stands. */
  public enum State {
    DRAFT,
    SUBMITTED,
    CHANGES_ASKED,
    ACCEPTED
  }

  /** Whether the municipality is writing it. */
  public boolean open() {
    return state == State.DRAFT || state == State.CHANGES_ASKED;
  }
}
