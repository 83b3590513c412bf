package org.trame.deadline.process;

import java.util.function.Function;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.impl.ServiceImpl;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.db.DbEntity;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.persistence.entity.JobEntity;
import org.camunda.bpm.engine.impl.persistence.entity.SuspensionState;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.trame.deadline.ClockMoved;
import org.trame.deadline.Clocks;
import org.trame.deadline.LegalClock;

/** Moves the engine's timers and due dates with the clock, in the same transaction. */
@Component
class EngineTimers {

  private final RuntimeService runtime;
  private final ManagementService management;
  private final RepositoryService repository;
  private final TaskService tasks;

  EngineTimers(
      RuntimeService runtime,
      ManagementService management,
      RepositoryService repository,
      TaskService tasks) {
    this.runtime = runtime;
    this.management = management;
    this.repository = repository;
    this.tasks = tasks;
  }

  @EventListener
  void follow(ClockMoved moved) {
    LegalClock clock = moved.clock();
    var instances =
        runtime.createProcessInstanceQuery().processInstanceBusinessKey(clock.subject());
    for (ProcessInstance instance : instances.list()) {
      if (clock.occurrence().equals(Clocks.WHOLE_PROGRAMME)
          || clock.occurrence().equals(instance.getId())) {
        moveTimers(instance, clock);
        moveTasks(instance, clock);
      }
    }
  }

  private void moveTimers(ProcessInstance instance, LegalClock clock) {
    var model = repository.getBpmnModelInstance(instance.getProcessDefinitionId());
    for (Job job :
        management.createJobQuery().processInstanceId(instance.getId()).timers().list()) {
      String activity =
          management
              .createJobDefinitionQuery()
              .jobDefinitionId(job.getJobDefinitionId())
              .singleResult()
              .getActivityId();
      if (TimeLimitProperty.names(model, activity, clock.step(), of(instance)) && !leaving(job)) {
        move(job, clock);
      }
    }
  }

  /** In one command, on the row itself: two calls of the engine would contradict each other. */
  private void move(Job job, LegalClock clock) {
    boolean suspended = clock.state() == LegalClock.State.SUSPENDED;
    ((ServiceImpl) management)
        .getCommandExecutor()
        .execute(
            command -> {
              JobEntity row = command.getJobManager().findJobById(job.getId());
              row.setSuspensionState(
                  (suspended ? SuspensionState.SUSPENDED : SuspensionState.ACTIVE).getStateCode());
              if (!suspended) {
                row.setDuedate(Limits.endOf(clock.dueOn()));
              }
              return null;
            });
  }

  private void moveTasks(ProcessInstance instance, LegalClock clock) {
    var model = repository.getBpmnModelInstance(instance.getProcessDefinitionId());
    for (Task task : tasks.createTaskQuery().processInstanceId(instance.getId()).list()) {
      if (TimeLimitProperty.names(model, task.getTaskDefinitionKey(), clock.step(), of(instance))
          && !leaving(task)) {
        task.setDueDate(
            clock.state() == LegalClock.State.SUSPENDED ? null : Limits.endOf(clock.dueOn()));
        tasks.saveTask(task);
      }
    }
  }

  private Function<String, Object> of(ProcessInstance instance) {
    return name -> runtime.getVariable(instance.getId(), name);
  }

  /** Whether the command under way has ended it already: its row only waits to be deleted. */
  static boolean leaving(Object entity) {
    CommandContext command = Context.getCommandContext();
    return command != null && command.getDbEntityManager().isDeleted((DbEntity) entity);
  }
}
