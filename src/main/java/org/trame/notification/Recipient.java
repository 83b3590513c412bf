package org.trame.notification;

import java.util.Locale;
import org.trame.language.Languages;

/**
 * Whom something is told: an account, written to as its holder prefers, or somebody without one,
 * written to at an address.
 *
 * @param reader name of the account, or the address: no name of an account has an @
 * @param language in which somebody without an account is written to; null for an account
 */
public record Recipient(String reader, Locale language) {

  /** An account. */
  public static Recipient account(String name) {
    if (name.indexOf('@') >= 0) {
      throw new IllegalArgumentException("An account is not called " + name);
    }
    return new Recipient(name, null);
  }

  /** Somebody without an account. */
  public static Recipient address(String address, Locale language) {
    if (address.indexOf('@') < 0) {
      throw new IllegalArgumentException("No address: " + address);
    }
    return new Recipient(address, Languages.DUTCH.equals(language) ? language : Languages.FRENCH);
  }

  /** Whether it is somebody without an account. */
  public boolean isOutside() {
    return language != null;
  }
}
