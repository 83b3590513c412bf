package org.trame.approval;

/** Where a remark stands. */
public enum RemarkState {
  /** An answer is awaited: there is none, or the last one did not settle the matter. */
  OPEN,
  /** The Region has to say whether the answer settles the matter. */
  ANSWERED,
  ACCEPTED,
  WITHDRAWN
}
