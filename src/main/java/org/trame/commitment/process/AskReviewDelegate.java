package org.trame.commitment.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import org.trame.commitment.Reviews;

/** {@code Service_AskReview}: the year is over. */
@Component
class AskReviewDelegate implements JavaDelegate {

  private final Reviews reviews;

  AskReviewDelegate(Reviews reviews) {
    this.reviews = reviews;
  }

  @Override
  public void execute(DelegateExecution execution) {
    reviews.due(CommitmentVariables.agreement(execution), execution.getProcessInstanceId());
  }
}
