package org.trame.due;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.trame.deadline.Clocks;
import org.trame.deadline.LegalClock;
import org.trame.workflow.OpenTask;
import org.trame.worksheet.DueDatePages;

/** Which clock an open task carries. */
@Component
@Transactional(readOnly = true)
public class TaskClocks implements DueDatePages {

  private final Clocks clocks;

  TaskClocks(Clocks clocks) {
    this.clocks = clocks;
  }

  /** The clocks of these tasks, by the id of the task: one query. */
  public Map<String, LegalClock> of(List<OpenTask> tasks) {
    List<OpenTask> limited = tasks.stream().filter(t -> t.limit() != null).toList();
    List<LegalClock> open =
        clocks.openOf(limited.stream().map(OpenTask::subject).collect(Collectors.toSet()));
    Map<String, LegalClock> found = new HashMap<>();
    for (OpenTask task : limited) {
      open.stream()
          .filter(c -> carries(task, c))
          .findFirst()
          .ifPresent(c -> found.put(task.id(), c));
    }
    return found;
  }

  @Override
  public Optional<String> of(OpenTask task) {
    return Optional.ofNullable(of(List.of(task)).get(task.id())).map(c -> "/clocks/" + c.id());
  }

  static boolean carries(OpenTask task, LegalClock clock) {
    return task.subject().equals(clock.subject())
        && clock.step().equals(task.limit())
        && (clock.occurrence().equals(Clocks.WHOLE_PROGRAMME)
            || clock.occurrence().equals(task.instance()));
  }
}
