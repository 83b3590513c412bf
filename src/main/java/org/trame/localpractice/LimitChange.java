package org.trame.localpractice;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.trame.calendar.Term;
import org.trame.deadline.TimeLimit;

/**
 * A change of a time limit by those it is left to. The last one is in force from its day on.
 *
 * @param regime regime of the rule
 * @param step step of the rule
 * @param level whose programmes it is for
 * @param place NIS code of the municipality or code of the Region
 * @param term the new term, or null: the table's value again
 * @param warnings working days before the end on which whoever has the task is reminded; empty when
 *     the table's value is in force again
 * @param reason why
 * @param by account that made it
 * @param at when
 */
public record LimitChange(
    String regime,
    String step,
    TimeLimit.ChangeableBy level,
    String place,
    Term term,
    List<Integer> warnings,
    String reason,
    String by,
    Instant at) {

  private static final ZoneId BRUSSELS = ZoneId.of("Europe/Brussels");

  /** Whether the table's value is in force again. */
  public boolean reset() {
    return term == null;
  }

  /** First day on which a limit that starts follows it. */
  public LocalDate since() {
    return LocalDate.ofInstant(at, BRUSSELS);
  }
}
