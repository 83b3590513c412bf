package org.trame.deadline;

import org.trame.input.LongText;

/**
 * What the Region decides when a municipality has let a limit of the whole programme pass.
 *
 * @param followUp what follows
 * @param delayReason why
 */
public record AssessDelay(FollowUp followUp, @LongText String delayReason) {

  /** What follows a missed limit. No text prescribes one. */
  public enum FollowUp {
    /** The programme goes on. */
    ACCEPTED,
    /** The municipality is reminded. */
    REMINDED,
    /** The Government is asked. */
    REFERRED
  }
}
