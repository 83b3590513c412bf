package org.trame.council;

import org.trame.input.LongText;
import org.trame.input.MayBeEmpty;

/**
 * What the secretary hands in after the sitting.
 *
 * @param membersPresent members present
 * @param votesFor votes for
 * @param votesAgainst votes against
 * @param abstentions abstentions
 * @param resolutionNumber number of the resolution; required once the council has deliberated
 * @param rejectionReason why the programme was rejected; required then
 */
public record RecordVote(
    Integer membersPresent,
    @MayBeEmpty Integer votesFor,
    @MayBeEmpty Integer votesAgainst,
    @MayBeEmpty Integer abstentions,
    @MayBeEmpty String resolutionNumber,
    @MayBeEmpty @LongText String rejectionReason) {

  int cast() {
    return orZero(votesFor) + orZero(votesAgainst);
  }

  int counted() {
    return cast() + orZero(abstentions);
  }

  boolean negative() {
    return membersPresent < 0
        || orZero(votesFor) < 0
        || orZero(votesAgainst) < 0
        || orZero(abstentions) < 0;
  }

  static int orZero(Integer number) {
    return number == null ? 0 : number;
  }
}
