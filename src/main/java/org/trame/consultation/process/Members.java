package org.trame.consultation.process;

import java.util.List;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.stereotype.Component;
import org.trame.consultation.OpinionRequests;

/** What the model asks about the members who give an opinion of their own. */
@Component("members")
public class Members {

  private final OpinionRequests requests;

  Members(OpinionRequests requests) {
    this.requests = requests;
  }

  /** {@code ${members.asked(execution)}}: one task for each of these mandates. */
  public List<Long> asked(DelegateExecution execution) {
    return requests.asked(execution.getProcessBusinessKey());
  }

  /** {@code ${members.account(mandate)}}: the member's account. */
  public String account(Long mandate) {
    return requests.account(mandate);
  }
}
