package org.trame.localpractice;

import java.util.List;
import org.trame.deadline.TimeLimit;

/**
 * A time limit as it is somewhere.
 *
 * @param rule the rule there: the table's, or the changed one
 * @param table the rule of the table
 * @param history its changes there, oldest first
 */
public record LimitInForce(TimeLimit rule, TimeLimit table, List<LimitChange> history) {

  /** Whether it is another one than the table's. */
  public boolean changed() {
    return !rule.equals(table);
  }
}
