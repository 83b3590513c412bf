package org.trame.consultation.process;

import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.stereotype.Component;
import org.trame.consultation.Commission;

/** {@code Task_NominateMembers}. */
@Component
class NominateMembersDelegate implements TaskListener {

  private final Commission commission;

  NominateMembersDelegate(Commission commission) {
    this.commission = commission;
  }

  @Override
  public void notify(DelegateTask task) {
    commission.completeNominations(task.getExecution().getProcessBusinessKey());
  }
}
