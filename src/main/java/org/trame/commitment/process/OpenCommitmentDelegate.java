package org.trame.commitment.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import org.trame.commitment.FollowUps;

/** {@code Service_OpenCommitment}: the author is asked. */
@Component
class OpenCommitmentDelegate implements JavaDelegate {

  private final FollowUps followUps;

  OpenCommitmentDelegate(FollowUps followUps) {
    this.followUps = followUps;
  }

  @Override
  public void execute(DelegateExecution execution) {
    followUps.due(CommitmentVariables.occurrence(execution), execution.getProcessInstanceId());
  }
}
