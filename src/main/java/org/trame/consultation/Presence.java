package org.trame.consultation;

/** Whether a member was at a meeting. */
public enum Presence {
  PRESENT,
  EXCUSED,
  ABSENT
}
