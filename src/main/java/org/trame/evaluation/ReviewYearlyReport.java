package org.trame.evaluation;

import org.trame.input.LongText;
import org.trame.input.MayBeEmpty;

/**
 * What the Region says of a yearly report.
 *
 * @param decision accepted or to be revised
 * @param reason required if it is to be revised
 */
public record ReviewYearlyReport(Decision decision, @MayBeEmpty @LongText String reason) {

  /** What may be said. */
  public enum Decision {
    ACCEPTED,
    CHANGES_ASKED
  }
}
