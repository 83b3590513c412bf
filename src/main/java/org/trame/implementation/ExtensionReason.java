package org.trame.implementation;

/** What an extension is asked for. */
public enum ExtensionReason {
  /** To finish works that have begun: the only reason that is admitted. */
  WORKS,
  /** To go on with other actions. */
  ACTIONS,
  OTHER
}
