package org.trame.commitment.process;

import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.stereotype.Component;
import org.trame.commitment.CommitmentChanges;
import org.trame.input.Refusal;

/** {@code Task_DecideChange}: the answer is given on the page of the commitment. */
@Component
class ChangeAnsweredDelegate implements TaskListener {

  private final CommitmentChanges changes;

  ChangeAnsweredDelegate(CommitmentChanges changes) {
    this.changes = changes;
  }

  @Override
  public void notify(DelegateTask task) {
    if (!changes.answered(CommitmentVariables.change(task))) {
      throw Refusal.of("refusal.commitment.onPage");
    }
  }
}
