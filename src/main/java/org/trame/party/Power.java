package org.trame.party;

/** What a mandate lets its holder do for the organisation. */
public enum Power {
  /** Signs in its name. */
  SIGN,
  /** Gives its opinion. */
  GIVE_OPINION,
  /** Decides for it. */
  DECIDE
}
