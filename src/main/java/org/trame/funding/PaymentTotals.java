package org.trame.funding;

import java.math.BigDecimal;
import java.util.List;

/**
 * What an agreement promises, and what was ordered of it, in euros.
 *
 * @param agreed amount of the text in force, zero without one
 * @param ordered of the orders approved and awaiting
 * @param approved of the orders approved
 */
public record PaymentTotals(BigDecimal agreed, BigDecimal ordered, BigDecimal approved) {

  static PaymentTotals of(BigDecimal agreed, List<PaymentOrder> orders) {
    return new PaymentTotals(
        agreed == null ? BigDecimal.ZERO.setScale(2) : agreed,
        sum(orders, PaymentOrder.State.APPROVED, PaymentOrder.State.AWAITING),
        sum(orders, PaymentOrder.State.APPROVED));
  }

  private static BigDecimal sum(List<PaymentOrder> orders, PaymentOrder.State... states) {
    return Shares.sum(
        orders.stream()
            .filter(o -> List.of(states).contains(o.state()))
            .map(PaymentOrder::amount)
            .toList());
  }

  /** What may still be ordered; negative if an amendment took away what was ordered before. */
  public BigDecimal left() {
    return agreed.subtract(ordered);
  }
}
