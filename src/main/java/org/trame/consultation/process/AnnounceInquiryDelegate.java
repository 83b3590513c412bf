package org.trame.consultation.process;

import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.stereotype.Component;
import org.trame.consultation.AnnounceInquiry;
import org.trame.consultation.Inquiries;
import org.trame.consultation.Inquiry;
import org.trame.deadline.Clocks;
import org.trame.workflow.SubmittedForm;

/** {@code Task_AnnounceInquiry}: the inquiry closes at the end of the day announced. */
@Component
class AnnounceInquiryDelegate implements TaskListener {

  private final Inquiries inquiries;
  private final Clocks clocks;
  private final SubmittedForm form;

  AnnounceInquiryDelegate(Inquiries inquiries, Clocks clocks, SubmittedForm form) {
    this.inquiries = inquiries;
    this.clocks = clocks;
    this.form = form;
  }

  @Override
  public void notify(DelegateTask task) {
    String programme = task.getExecution().getProcessBusinessKey();
    Inquiry inquiry = inquiries.announce(programme, form.of(task, AnnounceInquiry.class));
    clocks.startUntil(
        (String) task.getVariable("regime"),
        programme,
        "inquiry-closing",
        task.getProcessInstanceId(),
        inquiry.closesOn());
  }
}
