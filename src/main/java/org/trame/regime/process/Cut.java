package org.trame.regime.process;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Comparator;

/**
 * A place between numbers: just before a value or just after it.
 *
 * @param value the value
 * @param after whether it is after the value
 */
record Cut(BigDecimal value, boolean after) implements Comparable<Cut> {

  private static final Comparator<Cut> ORDER =
      Comparator.comparing(Cut::value).thenComparing(Cut::after);

  static Cut before(BigDecimal value) {
    return new Cut(value.stripTrailingZeros(), false);
  }

  static Cut after(BigDecimal value) {
    return new Cut(value.stripTrailingZeros(), true);
  }

  /** Among whole numbers, after 3 and before 4 are the same place, and so is before 3.5. */
  Cut amongWholeNumbers() {
    BigDecimal floor = value.setScale(0, RoundingMode.FLOOR);
    boolean whole = floor.compareTo(value) == 0;
    return before(whole && !after ? floor : floor.add(BigDecimal.ONE));
  }

  @Override
  public int compareTo(Cut other) {
    return ORDER.compare(this, other);
  }
}
