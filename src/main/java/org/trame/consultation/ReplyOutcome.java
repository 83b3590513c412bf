package org.trame.consultation;

/** What becomes of an opinion or observation. */
public enum ReplyOutcome {
  ADOPTED,
  AMENDED,
  REFUSED
}
