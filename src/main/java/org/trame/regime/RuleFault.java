package org.trame.regime;

/**
 * What is wrong with a rule table.
 *
 * @param file where the table lies
 * @param row number of the row concerned, 0 for the whole table
 * @param reason French, without a full stop
 */
public record RuleFault(String file, int row, String reason) {

  /** A fault of the whole table. */
  public static RuleFault of(String file, String reason) {
    return new RuleFault(file, 0, reason);
  }

  /** One French sentence for the operator. */
  public String sentence() {
    return row == 0
        ? "La table de règles %s est refusée : %s.".formatted(file, reason)
        : "La table de règles %s est refusée, ligne %d : %s.".formatted(file, row, reason);
  }
}
