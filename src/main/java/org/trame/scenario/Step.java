package org.trame.scenario;

import java.util.List;
import java.util.Map;

/**
 * One step: the time moves, somebody acts, something is expected.
 *
 * @param place where it is written
 * @param at when, or null: at the time of the previous step
 * @param on which subject it and the following steps are about, or null: the same
 * @param who the account that acts, or null
 * @param action what is done
 * @param refused words of the refusal that is expected, or null if the act is to be accepted
 * @param expected what must hold afterwards
 */
record Step(
    Place place,
    When at,
    Value.Text on,
    Value.Text who,
    Action action,
    String refused,
    List<Expectation> expected) {

  /** What is done. */
  sealed interface Action {}

  /** Nothing: the time passes. */
  record Wait() implements Action {}

  /** A heading for the reader. */
  record Chapter(String title) implements Action {}

  /** A process is started with its form. */
  record Start(Value.Text process, Map<String, Value> with) implements Action {}

  /**
   * A task is completed with its form.
   *
   * @param about which of several things of the subject the task is about, or null if there is one
   */
  record Complete(Value.Text task, Value.Text about, Map<String, Value> with) implements Action {}

  /** Rows are written on a task's worksheet, one after the other. */
  record Edits(List<Row> rows) implements Action {}

  /**
   * One row.
   *
   * @param edit name of the edit
   * @param row words found in the row that is changed or taken away, or null for a new one
   * @param with its values
   */
  record Row(Value.Text edit, Value.Text row, Map<String, Value> with) {}

  /**
   * Something that must hold.
   *
   * @param about what is looked at
   * @param name the task, clock, act or activity; empty where there is only one thing
   * @param value what is expected of it; of an act in the ledger, its day and named values
   */
  record Expectation(About about, Value.Text name, Value value) {}

  /** What can be expected. */
  enum About {
    /** The open tasks, exactly. */
    TASKS,
    /** The phase of the programme. */
    PHASE,
    /** The state of the programme. */
    STATE,
    /** The last day of an open task. */
    DUE,
    /** The state of a time limit. */
    CLOCK,
    /** An act in the ledger. */
    LEDGER,
    /** An activity that was gone through. */
    HISTORY
  }
}
