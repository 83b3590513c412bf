package org.trame.council.process;

/** Variables of the process {@code CouncilVote}. */
final class CouncilVoteVariables {

  /** Outcome of the last sitting: a {@link org.trame.council.Sitting.Outcome}. */
  static final String OUTCOME = "councilOutcome";

  private CouncilVoteVariables() {}
}
