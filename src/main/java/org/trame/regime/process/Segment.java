package org.trame.regime.process;

import java.math.BigDecimal;

/**
 * Numbers between two cuts.
 *
 * @param from where it begins, or null if it has no lower bound
 * @param to where it ends, or null if it has no upper bound
 */
record Segment(Cut from, Cut to) {

  boolean isEmpty() {
    return from != null && to != null && from.compareTo(to) >= 0;
  }

  boolean contains(Segment other) {
    boolean begins = from == null || other.from != null && from.compareTo(other.from) <= 0;
    boolean ends = to == null || other.to != null && to.compareTo(other.to) >= 0;
    return begins && ends;
  }

  Segment amongWholeNumbers() {
    return new Segment(
        from == null ? null : from.amongWholeNumbers(), to == null ? null : to.amongWholeNumbers());
  }

  /** Whether it is one value. */
  boolean isPoint() {
    return from != null && to != null && from.value().compareTo(to.value()) == 0;
  }

  /** As the French operator reads it. */
  String inWords(boolean wholeNumbers) {
    if (from == null && to == null) {
      return "tout nombre";
    } else if (from == null) {
      return (to.after() ? "au plus " : "moins de ") + plain(to.value());
    } else if (to == null) {
      return (from.after() ? "plus de " : "au moins ") + plain(from.value());
    }
    if (wholeNumbers) {
      BigDecimal last = to.value().subtract(BigDecimal.ONE);
      return from.value().compareTo(last) == 0
          ? plain(last)
          : "de " + plain(from.value()) + " à " + plain(last);
    }
    if (isPoint()) {
      return plain(from.value());
    }
    return "entre " + plain(from.value()) + " et " + plain(to.value());
  }

  private static String plain(BigDecimal value) {
    return value.toPlainString();
  }
}
