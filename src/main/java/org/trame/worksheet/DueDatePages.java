package org.trame.worksheet;

import java.util.Optional;
import org.trame.workflow.OpenTask;

/** Knows the page that says why a task is due on its day. */
public interface DueDatePages {

  /** Address of the page, or empty if the task has no limit. */
  Optional<String> of(OpenTask task);
}
