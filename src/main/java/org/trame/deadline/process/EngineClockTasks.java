package org.trame.deadline.process;

import java.util.List;
import java.util.Objects;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.IdentityLink;
import org.camunda.bpm.engine.task.Task;
import org.springframework.stereotype.Component;
import org.trame.deadline.ClockTasks;
import org.trame.deadline.Clocks;
import org.trame.deadline.LegalClock;

/** Finds the open tasks whose model names the step of a clock. */
@Component
class EngineClockTasks implements ClockTasks {

  private final RuntimeService runtime;
  private final RepositoryService repository;
  private final TaskService tasks;

  EngineClockTasks(RuntimeService runtime, RepositoryService repository, TaskService tasks) {
    this.runtime = runtime;
    this.repository = repository;
    this.tasks = tasks;
  }

  @Override
  public List<Held> of(LegalClock clock) {
    return open(clock).stream().map(t -> new Held(t.getId(), t.getAssignee(), groups(t))).toList();
  }

  private List<String> groups(Task task) {
    return tasks.getIdentityLinksForTask(task.getId()).stream()
        .map(IdentityLink::getGroupId)
        .filter(Objects::nonNull)
        .toList();
  }

  List<Task> open(LegalClock clock) {
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
