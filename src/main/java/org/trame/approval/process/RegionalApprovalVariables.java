package org.trame.approval.process;

/** Variables of the process {@code RegionalApproval}. */
final class RegionalApprovalVariables {

  /** Whether the dossier is complete. */
  static final String COMPLETE = "dossierComplete";

  /** Whether remarks await an answer. */
  static final String OPEN_REMARKS = "openRemarks";

  /** Whether the council has to vote what the answers changed. */
  static final String NEW_VOTE = "newVoteNeeded";

  /** Decision: an {@link org.trame.approval.ApprovalOutcome}. */
  static final String OUTCOME = "approvalOutcome";

  private RegionalApprovalVariables() {}
}
