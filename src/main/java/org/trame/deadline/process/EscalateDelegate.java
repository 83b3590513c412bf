package org.trame.deadline.process;

import java.util.List;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.stereotype.Component;
import org.trame.deadline.Clocks;
import org.trame.deadline.Escalation;

/** A task is late: the miss is recorded and the role named by the rule may now do the task too. */
@Component("escalateDelegate")
class EscalateDelegate implements TaskListener {

  private final Clocks clocks;
  private final List<Escalation> escalations;

  EscalateDelegate(Clocks clocks, List<Escalation> escalations) {
    this.clocks = clocks;
    this.escalations = escalations;
  }

  @Override
  public void notify(DelegateTask task) {
    String step = TimeLimitProperty.of(task.getBpmnModelInstance(), task.getTaskDefinitionKey());
    String subject = task.getExecution().getProcessBusinessKey();
    clocks
        .open(subject, step, task.getProcessInstanceId())
        .or(() -> clocks.open(subject, step, Clocks.WHOLE_PROGRAMME))
        .ifPresent(
            clock -> {
              clocks.miss(clock);
              escalations.stream()
                  .flatMap(e -> e.group(subject, clock.escalateTo()).stream())
                  .forEach(task::addCandidateGroup);
            });
  }
}
