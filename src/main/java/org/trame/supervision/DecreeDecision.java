package org.trame.supervision;

/** What a decree that is found after the silence can be: nothing is left to extend. */
public enum DecreeDecision {
  APPROVED,
  /** Not approved: formal reasons are needed. */
  REFUSED
}
