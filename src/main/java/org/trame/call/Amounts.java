package org.trame.call;

import java.math.BigDecimal;
import java.text.NumberFormat;
import org.trame.language.Messages;

/** Numbers as people write them. */
final class Amounts {

  private Amounts() {}

  /** A number in the reader's language. */
  static String plain(BigDecimal number) {
    return NumberFormat.getNumberInstance(Messages.locale()).format(number);
  }

  /** Euros with their cents, empty if there is no amount. */
  static String euros(BigDecimal amount) {
    if (amount == null) {
      return "";
    }
    NumberFormat format = NumberFormat.getNumberInstance(Messages.locale());
    format.setMinimumFractionDigits(2);
    format.setMaximumFractionDigits(2);
    return format.format(amount) + "\u00a0€";
  }
}
