package org.trame.regime;

import java.math.BigDecimal;
import java.util.Map;

/**
 * The row of a decision table that fired.
 *
 * @param table decision it comes from
 * @param outputs its outputs by name
 */
public record Rule(String table, Map<String, Object> outputs) {

  /**
   * Article, circular, line of the field guide, or "pratique locale": where the rule comes from.
   */
  public String source() {
    return string("source");
  }

  /** An output as text, empty if the cell is empty. */
  public String string(String name) {
    Object value = outputs.get(name);
    return value == null ? "" : value.toString();
  }

  /** An output as a whole number. */
  public int integer(String name) {
    return decimal(name).intValueExact();
  }

  /** Whether the cell of an output is filled in. */
  public boolean has(String name) {
    return !string(name).isEmpty();
  }

  /** An output as a decimal number. */
  public BigDecimal decimal(String name) {
    return new BigDecimal(string(name));
  }

  /** An output as yes or no. */
  public boolean yes(String name) {
    return Boolean.TRUE.equals(outputs.get(name));
  }
}
