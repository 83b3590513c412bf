package org.trame.consultation.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import org.trame.consultation.Inquiries;

/** {@code Service_RecordNoOpinion}. */
@Component
class RecordNoConcertationDelegate implements JavaDelegate {

  private final Inquiries inquiries;

  RecordNoConcertationDelegate(Inquiries inquiries) {
    this.inquiries = inquiries;
  }

  @Override
  public void execute(DelegateExecution execution) {
    inquiries.recordNoConcertation(execution.getProcessBusinessKey());
  }
}
