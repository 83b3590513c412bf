package org.trame.deadline.process;

import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.stereotype.Component;
import org.trame.deadline.Clocks;
import org.trame.deadline.LegalClock;

/** A task is late: the miss is recorded, and the ladder of its rule begins. */
@Component("escalateDelegate")
class EscalateDelegate implements TaskListener {

  private final Clocks clocks;
  private final Rungs rungs;

  EscalateDelegate(Clocks clocks, Rungs rungs) {
    this.clocks = clocks;
    this.rungs = rungs;
  }

  @Override
  public void notify(DelegateTask task) {
    String step = TimeLimitProperty.of(task.getBpmnModelInstance(), task.getTaskDefinitionKey());
    String subject = task.getExecution().getProcessBusinessKey();
    clocks
        .open(subject, step, task.getProcessInstanceId())
        .or(() -> clocks.open(subject, step, Clocks.WHOLE_PROGRAMME))
        .ifPresent(clock -> escalate(clock, task));
  }

  private void escalate(LegalClock clock, DelegateTask task) {
    clocks.miss(clock);
    rungs.climbed(clock).stream()
        .filter(group -> task.getCandidates().stream().noneMatch(c -> group.equals(c.getGroupId())))
        .forEach(task::addCandidateGroup);
  }
}
