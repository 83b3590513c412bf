package org.trame.deadline.process;

import java.util.List;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.trame.deadline.ClockEscalated;
import org.trame.deadline.Clocks;
import org.trame.deadline.LegalClock;
import org.trame.deadline.Notices;
import org.trame.deadline.Responsibilities;
import org.trame.deadline.TimeLimit;

/** Whoever is told of late work may do it too: candidate groups of the open tasks of its step. */
@Component
class Rungs {

  private final RuntimeService runtime;
  private final RepositoryService repository;
  private final TaskService tasks;
  private final Responsibilities responsibilities;
  private final Notices notices;

  Rungs(
      RuntimeService runtime,
      RepositoryService repository,
      TaskService tasks,
      Responsibilities responsibilities,
      Notices notices) {
    this.runtime = runtime;
    this.repository = repository;
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
        .ifPresent(group -> open(clock).forEach(task -> entitle(task, group)));
  }

  private void entitle(Task task, String group) {
    if (tasks.getIdentityLinksForTask(task.getId()).stream()
        .noneMatch(link -> group.equals(link.getGroupId()))) {
      tasks.addCandidateGroup(task.getId(), group);
    }
  }

  private List<Task> open(LegalClock clock) {
    return runtime
        .createProcessInstanceQuery()
        .processInstanceBusinessKey(clock.subject())
        .list()
        .stream()
        .filter(
            i ->
                clock.occurrence().equals(Clocks.WHOLE_PROGRAMME)
                    || clock.occurrence().equals(i.getId()))
        .flatMap(i -> open(i, clock.step()).stream())
        .toList();
  }

  private List<Task> open(ProcessInstance instance, String step) {
    var model = repository.getBpmnModelInstance(instance.getProcessDefinitionId());
    return tasks.createTaskQuery().processInstanceId(instance.getId()).list().stream()
        .filter(
            t ->
                TimeLimitProperty.names(
                    model,
                    t.getTaskDefinitionKey(),
                    step,
                    name -> runtime.getVariable(instance.getId(), name)))
        .filter(t -> !EngineTimers.leaving(t))
        .toList();
  }
}
