package org.trame.notification;

/**
 * First numbers of PostgreSQL's advisory locks; the second is a mail's id or an account's hash. A
 * mail is written to by whoever holds its lock.
 */
public final class Locks {

  /** A mail that is being sent or rewritten. */
  public static final int MAIL = 0x4D41494C;

  /** A person whose mail is being composed. */
  static final int COMPOSING = 0x434F4D50;

  private Locks() {}
}
