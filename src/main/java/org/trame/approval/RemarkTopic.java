package org.trame.approval;

/** What a remark is about. */
public enum RemarkTopic {
  OBJECTIVES,
  ACTIONS,
  BUDGET,
  PERIMETER,
  PARTICIPATION,
  LEGALITY,
  OTHER
}
