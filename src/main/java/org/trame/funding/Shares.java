package org.trame.funding;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** Arithmetic of shares, to the cent. */
public final class Shares {

  private static final BigDecimal CENT = new BigDecimal("0.01");
  private static final BigDecimal HUNDRED = new BigDecimal("100");

  private Shares() {}

  /** The sum of amounts; one that is null counts for nothing. */
  public static BigDecimal sum(List<BigDecimal> amounts) {
    return amounts.stream()
        .filter(Objects::nonNull)
        .reduce(BigDecimal.ZERO.setScale(2), BigDecimal::add);
  }

  /** A percentage of an amount, rounded to the cent. */
  public static BigDecimal percent(BigDecimal amount, BigDecimal percent) {
    return amount.multiply(percent).divide(HUNDRED, 2, RoundingMode.HALF_UP);
  }

  /**
   * Divides an amount into equal parts that add up to it: the cents that remain go to the first
   * parts, one each.
   *
   * @param parts how many, at least one
   */
  public static List<BigDecimal> divide(BigDecimal amount, int parts) {
    BigDecimal part = amount.divide(BigDecimal.valueOf(parts), 2, RoundingMode.DOWN);
    int cents =
        amount.subtract(part.multiply(BigDecimal.valueOf(parts))).movePointRight(2).intValueExact();
    List<BigDecimal> divided = new ArrayList<>();
    for (int n = 0; n < parts; n++) {
      divided.add(n < cents ? part.add(CENT) : part);
    }
    return divided;
  }
}
