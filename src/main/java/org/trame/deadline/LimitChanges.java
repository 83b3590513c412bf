package org.trame.deadline;

import java.time.LocalDate;
import java.util.Optional;

/** What a municipality or a Region changed in a rule that no text fixes, for its own programmes. */
public interface LimitChanges {

  /**
   * The rule as it is there.
   *
   * @param rule the rule of the regime
   * @param place where the subject is
   * @param on day of the act that starts the limit
   * @return empty if it was not changed
   */
  Optional<TimeLimit> changed(TimeLimit rule, Place place, LocalDate on);
}
