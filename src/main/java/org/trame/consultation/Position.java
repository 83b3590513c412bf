package org.trame.consultation;

/** What an opinion comes to. */
public enum Position {
  FAVOURABLE,
  RESERVED,
  UNFAVOURABLE
}
