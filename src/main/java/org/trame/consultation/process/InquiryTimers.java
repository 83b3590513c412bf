package org.trame.consultation.process;

import java.util.Date;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.stereotype.Component;
import org.trame.consultation.Inquiries;
import org.trame.workflow.TrameClock;

/** What the model asks about the days of the inquiry. */
@Component("inquiryTimers")
public class InquiryTimers {

  private final Inquiries inquiries;

  InquiryTimers(Inquiries inquiries) {
    this.inquiries = inquiries;
  }

  /** {@code ${inquiryTimers.opening(execution)}}: the beginning of the first day in Brussels. */
  public Date opening(DelegateExecution execution) {
    return Date.from(
        inquiries
            .latest(execution.getProcessBusinessKey())
            .opensOn()
            .atStartOfDay(TrameClock.BRUSSELS)
            .toInstant());
  }
}
