package org.trame.regime;

import java.util.List;
import java.util.Map;

/**
 * A decision table as its file says it, before it is deployed.
 *
 * @param file where it lies, for example {@code bpmn/law/CouncilSize.dmn}
 * @param id decision
 * @param firstRowWins whether the first row that fires wins; otherwise at most one may fire
 * @param inputs its inputs, in order
 * @param outputs its outputs, in order
 * @param rows its rows, in order
 */
public record RuleTable(
    String file,
    String id,
    boolean firstRowWins,
    List<Column> inputs,
    List<Column> outputs,
    List<Row> rows) {

  /**
   * A column.
   *
   * @param name name of the output, or expression of the input
   * @param type {@code string}, {@code boolean}, {@code integer} or {@code double}
   * @param allowed for an input: test of all values it is declared complete for, or empty
   */
  public record Column(String name, String type, String allowed) {}

  /**
   * A row.
   *
   * @param number from 1
   * @param tests unary test of each input, as it is written
   * @param outputs value of each output by name, without quotes; empty if the cell is
   */
  public record Row(int number, List<String> tests, Map<String, String> outputs) {

    /** The text an input must equal, if its test is one literal text; otherwise empty. */
    public String literal(int input) {
      String test = tests.get(input).strip();
      return test.matches("\"[^\"]+\"") ? test.substring(1, test.length() - 1) : "";
    }

    /** The value of an output, empty if there is none. */
    public String value(String output) {
      return outputs.getOrDefault(output, "");
    }
  }
}
