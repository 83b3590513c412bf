package org.trame.deadline;

import java.time.LocalDate;
import org.trame.regime.Rule;

/**
 * How long a step may take.
 *
 * @param amount how many units
 * @param unit day, working day, clear day, month or year
 * @param rollsForward whether an end on a Saturday, Sunday or holiday moves to the next working day
 * @param escalateTo code of the role told when it is missed
 * @param source legal basis, or "pratique locale"
 */
record TimeLimit(int amount, Unit unit, boolean rollsForward, String escalateTo, String source) {

  enum Unit {
    DAY,
    WORKING_DAY,
    CLEAR_DAY,
    MONTH,
    YEAR
  }

  static TimeLimit of(Rule rule) {
    return new TimeLimit(
        rule.integer("amount"),
        Unit.valueOf(rule.string("unit")),
        rule.yes("rollsForward"),
        rule.string("escalateTo"),
        rule.source());
  }

  /**
   * The last day of the limit. The day of the act is not counted (ordinance 14 May 1998, art. 4,
   * numac 1998031259); a limit in months ends on the same day number, or on the last day of the
   * month; a limit in clear days leaves that many whole days free before the event.
   */
  LocalDate end(LocalDate start, WorkingDays days) {
    LocalDate end =
        switch (unit) {
          case DAY -> start.plusDays(amount);
          case CLEAR_DAY -> start.plusDays(amount + 1L);
          case WORKING_DAY -> days.plus(start, amount);
          case MONTH -> start.plusMonths(amount);
          case YEAR -> start.plusYears(amount);
        };
    return rollsForward ? days.onOrAfter(end) : end;
  }
}
