package org.trame.duecommand;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.trame.calendar.Computation;
import org.trame.calendar.Computed;
import org.trame.calendar.Counting;
import org.trame.calendar.Suspension;
import org.trame.calendar.Term;
import org.trame.deadline.TimeLimit;

/**
 * A due date that is asked for.
 *
 * @param regime regime of the rule, or null
 * @param rule the rule, or null for a limit of the asker's own
 * @param counting how it is counted
 * @param from day of the act that starts it
 * @param suspensions in the order they begin
 * @param extensions in the order they were given
 */
record Question(
    String regime,
    TimeLimit rule,
    Counting counting,
    LocalDate from,
    List<Suspension> suspensions,
    List<Term> extensions) {

  Computed compute() {
    return Computation.of(counting, from, suspensions, extensions);
  }

  Optional<TimeLimit> ruled() {
    return Optional.ofNullable(rule);
  }

  Question with(List<Suspension> others, List<Term> further) {
    return new Question(regime, rule, counting, from, others, further);
  }
}
