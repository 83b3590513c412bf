package org.trame.consultation.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import org.trame.consultation.OpinionRequests;
import org.trame.deadline.Clocks;

/** {@code Service_RecordSilence}: everybody has answered, or the limit has passed. */
@Component
class CloseOpinionsDelegate implements JavaDelegate {

  private final OpinionRequests requests;
  private final Clocks clocks;

  CloseOpinionsDelegate(OpinionRequests requests, Clocks clocks) {
    this.requests = requests;
    this.clocks = clocks;
  }

  @Override
  public void execute(DelegateExecution execution) {
    String programme = execution.getProcessBusinessKey();
    requests.close(programme);
    // Nothing is left to meet if the limit has passed: then it has lapsed.
    clocks
        .open(programme, "member-opinion", execution.getProcessInstanceId())
        .ifPresent(clocks::meet);
  }
}
