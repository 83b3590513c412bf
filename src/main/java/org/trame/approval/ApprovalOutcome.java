package org.trame.approval;

/** What the Government decides. */
public enum ApprovalOutcome {
  APPROVED,
  /** Approved without some of its actions. */
  APPROVED_IN_PART,
  REFUSED
}
