package org.trame.evaluation;

import java.math.BigDecimal;
import org.trame.programme.BudgetSource;

/**
 * What a source paid for an action in a year.
 *
 * @param year year of the implementation
 * @param action code of the action
 * @param source who paid
 * @param amount euros
 */
public record Spending(int year, String action, BudgetSource source, BigDecimal amount) {

  /** Names the line within its year: action and source. */
  public String id() {
    return action + "/" + source;
  }
}
