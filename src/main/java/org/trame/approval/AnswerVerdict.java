package org.trame.approval;

/** What becomes of a remark that was answered. */
public enum AnswerVerdict {
  ACCEPTED,
  KEPT_OPEN
}
