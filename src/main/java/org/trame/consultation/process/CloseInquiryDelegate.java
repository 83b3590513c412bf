package org.trame.consultation.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import org.trame.consultation.Inquiries;
import org.trame.deadline.Clocks;

/** {@code Service_CloseInquiry}: it closes on its day, even if the timer runs after midnight. */
@Component
class CloseInquiryDelegate implements JavaDelegate {

  private final Inquiries inquiries;
  private final Clocks clocks;

  CloseInquiryDelegate(Inquiries inquiries, Clocks clocks) {
    this.inquiries = inquiries;
    this.clocks = clocks;
  }

  @Override
  public void execute(DelegateExecution execution) {
    String programme = execution.getProcessBusinessKey();
    inquiries.close(programme);
    clocks
        .open(programme, "inquiry-closing", execution.getProcessInstanceId())
        .ifPresent(clock -> clocks.meet(clock, clock.dueOn()));
  }
}
