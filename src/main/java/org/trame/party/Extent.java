package org.trame.party;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Set;

/**
 * How far a mandate reaches.
 *
 * @param powers what it lets do, at least one
 * @param from first day
 * @param to last day, or null if none is set
 * @param ceiling highest amount in euros, or null if none is set
 */
public record Extent(Set<Power> powers, LocalDate from, LocalDate to, BigDecimal ceiling) {

  /** A copy nobody changes. */
  public Extent {
    powers = Set.copyOf(powers);
  }

  /** Whether every power is the other's too. */
  public boolean powersWithin(Extent other) {
    return other.powers.containsAll(powers);
  }

  /** Whether every day is the other's too. */
  public boolean periodWithin(Extent other) {
    return !from.isBefore(other.from)
        && (other.to == null || (to != null && !to.isAfter(other.to)));
  }

  /** Whether no amount is above the other's ceiling. */
  public boolean amountWithin(Extent other) {
    return other.ceiling == null || (ceiling != null && ceiling.compareTo(other.ceiling) <= 0);
  }

  /** Whether it is nowhere wider than the other. */
  public boolean within(Extent other) {
    return powersWithin(other) && periodWithin(other) && amountWithin(other);
  }

  /** Whether the day is one of its days. */
  public boolean contains(LocalDate day) {
    return !day.isBefore(from) && (to == null || !day.isAfter(to));
  }

  /**
   * Whether the amount is not above its ceiling.
   *
   * @param amount in euros, or null if none is at stake
   */
  public boolean allows(BigDecimal amount) {
    return amount == null || ceiling == null || amount.compareTo(ceiling) <= 0;
  }
}
