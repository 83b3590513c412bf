package org.trame.api;

import java.time.LocalDate;
import org.trame.due.Due;

/**
 * An open clock in a list.
 *
 * @param id id of the clock: {@code /api/clocks/{id}} says why
 * @param what what is awaited
 * @param subject programme or selection round
 * @param holders roles that may act now
 * @param state RUNNING, SUSPENDED or MISSED
 * @param when OVERDUE, TODAY, THIS_WEEK, THIS_MONTH, LATER or SUSPENDED
 * @param due last day; of a suspended clock, as last computed
 * @param days days left, negative when late
 * @param left the same in words
 * @param mine whether the caller has to act
 */
record DueView(
    long id,
    String what,
    ProgrammeView.Named subject,
    String holders,
    String state,
    String when,
    LocalDate due,
    long days,
    String left,
    boolean mine) {

  static DueView of(Due due) {
    return new DueView(
        due.id(),
        due.what(),
        new ProgrammeView.Named(due.clock().subject(), due.subject()),
        due.holders(),
        due.clock().state().name(),
        due.when().name(),
        due.on(),
        due.days(),
        due.left(),
        due.mine());
  }
}
