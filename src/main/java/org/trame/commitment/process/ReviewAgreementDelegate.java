package org.trame.commitment.process;

import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.stereotype.Component;
import org.trame.commitment.ReviewAgreement;
import org.trame.commitment.Reviews;
import org.trame.workflow.SubmittedForm;

/** {@code Task_ReviewAgreement}. */
@Component
class ReviewAgreementDelegate implements TaskListener {

  private final Reviews reviews;
  private final SubmittedForm form;

  ReviewAgreementDelegate(Reviews reviews, SubmittedForm form) {
    this.reviews = reviews;
    this.form = form;
  }

  @Override
  public void notify(DelegateTask task) {
    reviews.done(CommitmentVariables.agreement(task), form.of(task, ReviewAgreement.class));
  }
}
