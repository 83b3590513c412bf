package org.trame.deadline;

import java.util.List;

/** The open tasks whose limit a clock is. */
public interface ClockTasks {

  /** The open tasks of this clock, as far as they were written down. */
  List<Held> of(LegalClock clock);

  /**
   * A task and who has it.
   *
   * @param task engine id
   * @param assignee account, or null while it is a group's
   * @param groups groups that may do it
   */
  record Held(String task, String assignee, List<String> groups) {}
}
