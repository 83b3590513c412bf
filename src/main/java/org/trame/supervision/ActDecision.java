package org.trame.supervision;

/** What a decree on an act can be. */
public enum ActDecision {
  APPROVED,
  /** Not approved: formal reasons are needed. */
  REFUSED,
  /** The time to decide is extended, once: formal reasons are needed. */
  EXTENDED
}
