package org.trame.party;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A Belgian enterprise number: ten digits, the first 0 or 1, the last two being 97 less the
 * remainder of the first eight divided by 97 (Banque-Carrefour des Entreprises).
 *
 * @param digits the ten digits
 */
public record EnterpriseNumber(String digits) {

  private static final Pattern TEN = Pattern.compile("[01]\\d{9}");
  private static final Pattern WRITTEN = Pattern.compile("(?:BE)?[\\s.]?(\\d[\\d\\s.]*)");

  /**
   * A number.
   *
   * @throws IllegalArgumentException if the digits are no enterprise number
   */
  public EnterpriseNumber {
    if (!TEN.matcher(digits).matches() || !digits.endsWith(check(digits.substring(0, 8)))) {
      throw new IllegalArgumentException(digits + " is no enterprise number");
    }
  }

  /** The number as it was typed, with or without points, spaces and {@code BE}; empty if none. */
  public static Optional<EnterpriseNumber> parse(String typed) {
    var written = WRITTEN.matcher(typed.strip().toUpperCase(java.util.Locale.ROOT));
    if (!written.matches()) {
      return Optional.empty();
    }
    String digits = written.group(1).replaceAll("[\\s.]", "");
    return TEN.matcher(digits).matches() && digits.endsWith(check(digits.substring(0, 8)))
        ? Optional.of(new EnterpriseNumber(digits))
        : Optional.empty();
  }

  /** The two digits that follow these eight. */
  static String check(String eight) {
    return "%02d".formatted(97 - Integer.parseInt(eight) % 97);
  }

  /** As people write it: 0123.456.749. */
  @Override
  public String toString() {
    return digits.substring(0, 4) + "." + digits.substring(4, 7) + "." + digits.substring(7);
  }
}
