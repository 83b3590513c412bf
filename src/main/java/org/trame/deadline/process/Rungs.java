package org.trame.deadline.process;

import java.util.List;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.trame.deadline.ClockEscalated;
import org.trame.deadline.LegalClock;
import org.trame.deadline.Notices;
import org.trame.deadline.Responsibilities;
import org.trame.deadline.TimeLimit;

/** Whoever is told of late work may do it too: candidate groups of the open tasks of its step. */
@Component
class Rungs {

  private final EngineClockTasks open;
  private final TaskService tasks;
  private final Responsibilities responsibilities;
  private final Notices notices;

  Rungs(
      EngineClockTasks open,
      TaskService tasks,
      Responsibilities responsibilities,
      Notices notices) {
    this.open = open;
    this.tasks = tasks;
    this.responsibilities = responsibilities;
    this.notices = notices;
  }

  /** The groups that may do late work of this clock now. */
  List<String> climbed(LegalClock clock) {
    return notices.climbed(clock).stream()
        .filter(role -> !role.equals(TimeLimit.HOLDER))
        .flatMap(role -> responsibilities.group(clock.subject(), role).stream())
        .distinct()
        .toList();
  }

  @EventListener
  void climb(ClockEscalated escalated) {
    LegalClock clock = escalated.clock();
    if (escalated.rung().role().equals(TimeLimit.HOLDER)) {
      return;
    }
    responsibilities
        .group(clock.subject(), escalated.rung().role())
        .ifPresent(group -> open.open(clock).forEach(task -> entitle(task, group)));
  }

  private void entitle(Task task, String group) {
    if (tasks.getIdentityLinksForTask(task.getId()).stream()
        .noneMatch(link -> group.equals(link.getGroupId()))) {
      tasks.addCandidateGroup(task.getId(), group);
    }
  }
}
