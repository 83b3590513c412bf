package org.trame.notification;

import java.util.Locale;
import org.trame.language.Languages;

/**
 * How a person wants to be written to.
 *
 * @param account whose: an account, or the address of somebody without one
 * @param language {@code fr} or {@code nl}
 * @param mailAddress where to, or null: the address of the account
 * @param mails whether by e-mail at all; otherwise what Trame writes is only shown on its page
 */
public record ReaderPreference(String account, String language, String mailAddress, boolean mails) {

  static ReaderPreference byDefault(String account) {
    return new ReaderPreference(account, "fr", null, true);
  }

  /** Whether this person can sign in and open a page. */
  public boolean hasAccount() {
    return account.indexOf('@') < 0;
  }

  /** The language of the mails. */
  public Locale locale() {
    return "nl".equals(language) ? Languages.DUTCH : Languages.FRENCH;
  }
}
