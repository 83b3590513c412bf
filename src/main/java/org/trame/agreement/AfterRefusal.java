package org.trame.agreement;

/** What the drafters do when a signature that is needed was refused. */
public enum AfterRefusal {
  /** The text goes back to them; the signatures given are void. */
  REVISE,
  /** A third party mediates; the signatures given stand. */
  MEDIATE,
  /** The text is given up. */
  ABANDON
}
