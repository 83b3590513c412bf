package org.trame.document;

import java.security.SecureRandom;
import java.util.Locale;

/**
 * Codes printed on documents: 80 random bits in Crockford's base 32, which leaves out the letters
 * people take for digits.
 */
public final class VerificationCode {

  private static final String ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
  static final int LENGTH = 16;
  private static final SecureRandom RANDOM = new SecureRandom();

  private VerificationCode() {}

  static String random() {
    StringBuilder code = new StringBuilder(LENGTH);
    for (int i = 0; i < LENGTH; i++) {
      code.append(ALPHABET.charAt(RANDOM.nextInt(ALPHABET.length())));
    }
    return code.toString();
  }

  /** As it is printed: in groups of four. */
  public static String printed(String code) {
    return code.replaceAll("(.{4})(?=.)", "$1-");
  }

  /** The code somebody typed: groups, case and look-alikes do not matter. */
  static String typed(String text) {
    return text.toUpperCase(Locale.ROOT)
        .replaceAll("[\\s-]", "")
        .replace('O', '0')
        .replace('I', '1')
        .replace('L', '1');
  }
}
