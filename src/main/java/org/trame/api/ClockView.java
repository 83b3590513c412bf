package org.trame.api;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.trame.deadline.Explanation;

/**
 * A clock as programs read it; sentences in the language asked for.
 *
 * @param id id of the clock
 * @param step row of the regime's table of time limits
 * @param what what is awaited
 * @param subject programme or selection round
 * @param state RUNNING, SUSPENDED, MISSED, MET, MET_LATE, LAPSED or DROPPED
 * @param startedOn day of the act that starts it
 * @param due last day; of a suspended clock, as last computed
 * @param left days left or late, in words
 * @param metOn day the act came, or null
 * @param suspendedOn day it was suspended, or null
 * @param basis legal basis
 * @param silence NONE, APPROVED, REFUSED or PROCEEDS, and in words
 * @param holder role that has to act
 * @param steps how the due date was reached
 * @param suspensions suspensions that are over and count
 * @param extensions terms granted in addition
 * @param computations every computation, oldest first; null in lists
 */
record ClockView(
    long id,
    String step,
    String what,
    ProgrammeView.Named subject,
    String state,
    LocalDate startedOn,
    LocalDate due,
    String left,
    LocalDate metOn,
    LocalDate suspendedOn,
    String basis,
    ProgrammeView.Named silence,
    ProgrammeView.Named holder,
    List<Explanation.Line> steps,
    List<Stop> suspensions,
    List<Added> extensions,
    List<Result> computations) {

  /**
   * Days that did not count.
   *
   * @param from first day
   * @param to last day
   * @param cause code of the event, and in words
   */
  record Stop(LocalDate from, LocalDate to, ProgrammeView.Named cause) {}

  /**
   * A term granted in addition.
   *
   * @param amount how many
   * @param unit DAY, WORKING_DAY, CLEAR_DAY, MONTH or YEAR
   * @param text in words
   */
  record Added(int amount, String unit, String text) {}

  /**
   * One computation.
   *
   * @param at when
   * @param why STARTED, RESUMED, EXTENDED or MOVED
   * @param due the end it gave
   * @param steps how
   */
  record Result(Instant at, String why, LocalDate due, List<Explanation.Line> steps) {}
}
