package org.trame.evaluation;

import java.math.BigDecimal;
import org.trame.programme.BudgetSource;

/**
 * What was spent of a budget.
 *
 * @param strand number of the strand; 0 for an action that is not in force any more
 * @param source who pays
 * @param approved euros in the content in force, all years
 * @param spent euros spent, all years reported on
 */
public record BudgetUse(int strand, BudgetSource source, BigDecimal approved, BigDecimal spent) {

  /** Euros left; negative if more was spent than approved. */
  public BigDecimal remaining() {
    return approved.subtract(spent);
  }
}
