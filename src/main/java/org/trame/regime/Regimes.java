package org.trame.regime;

import java.util.List;
import java.util.Map;

/** The regimes that came with the program, and the answers of their decision tables. */
public interface Regimes {

  /** Ids of all regimes: the names of their folders, in order. */
  List<String> all();

  /** Key of the regime's lifecycle process: its id in camel case. */
  String lifecycle(String regime);

  /**
   * Asks a table of the regime. The engine records which row fired.
   *
   * @param table name without the regime, for example {@code Seats}
   * @throws java.util.NoSuchElementException if no row, or no such table
   */
  Rule decide(String regime, String table, Map<String, ?> inputs);

  /**
   * Asks a table that holds whatever the regime, for example the law on municipal councils.
   *
   * @throws java.util.NoSuchElementException if no row, or no such table
   */
  Rule law(String table, Map<String, ?> inputs);

  /**
   * What a table that holds whatever the regime would answer. Nobody acts on it: the engine records
   * nothing.
   *
   * @throws java.util.NoSuchElementException if no row, or no such table
   */
  Rule consultLaw(String table, Map<String, ?> inputs);

  /** Whether the regime has this table. */
  boolean has(String regime, String table);

  /** The literal values of a table's first input, in the order of its rows. */
  List<String> keys(String regime, String table);

  /**
   * Every row of a table, by the literal value of its first input, in their order. Reading a table
   * is no decision: the engine records nothing.
   *
   * @throws java.util.NoSuchElementException if no such table
   */
  Map<String, Rule> rows(String regime, String table);

  /** A parameter of the regime: row of its table {@code Parameters}, output {@code value}. */
  default Rule parameter(String regime, String name) {
    return decide(regime, "Parameters", Map.of("name", name));
  }
}
