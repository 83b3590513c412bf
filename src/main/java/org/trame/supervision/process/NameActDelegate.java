package org.trame.supervision.process;

import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.stereotype.Component;
import org.trame.supervision.SupervisedActs;

/** Says which act of the programme a task is about: by its reference, which names nobody. */
@Component
class NameActDelegate implements TaskListener {

  private final SupervisedActs acts;

  NameActDelegate(SupervisedActs acts) {
    this.acts = acts;
  }

  @Override
  public void notify(DelegateTask task) {
    task.setDescription(acts.get(ActSupervisionVariables.act(task)).reference());
  }
}
