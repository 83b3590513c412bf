package org.trame.consultation.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import org.trame.consultation.OpinionRequests;

/** {@code Service_AskMembers}. */
@Component
class AskMembersDelegate implements JavaDelegate {

  private final OpinionRequests requests;

  AskMembersDelegate(OpinionRequests requests) {
    this.requests = requests;
  }

  @Override
  public void execute(DelegateExecution execution) {
    int asked = requests.ask(execution.getProcessBusinessKey());
    execution.setVariable(CommissionConsultationVariables.MEMBERS_ASKED, asked);
  }
}
