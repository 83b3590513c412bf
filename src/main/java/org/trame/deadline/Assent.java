package org.trame.deadline;

/** How somebody came to agree, or not: an agreement by silence never counts as a word given. */
public enum Assent {
  /** Somebody said yes. */
  EXPLICIT,
  /** The limit passed in silence and the rule makes that a yes: the clock is the proof. */
  TACIT,
  /** Somebody said no, or the rule makes silence a no. */
  REFUSED
}
