package org.trame.commitment;

/** What a review finds; amending and ending need the signatures of the parties afterwards. */
public enum ReviewOutcome {
  CONTINUES,
  TO_AMEND,
  TO_END
}
