package org.trame.programme;

import org.trame.input.LongText;
import org.trame.input.MayBeEmpty;

/**
 * What the coordinator hands in when the amendment is written, or given up.
 *
 * @param object what the amendment is about; required unless it is given up
 * @param reason why the programme changes, or why the amendment is given up
 * @param withdraw whether it is given up
 */
public record DescribeAmendment(
    @MayBeEmpty String object, @LongText String reason, @MayBeEmpty Boolean withdraw) {

  /** Whether the amendment is given up. */
  public boolean withdrawn() {
    return Boolean.TRUE.equals(withdraw);
  }
}
