package org.trame.consultation.process;

import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.stereotype.Component;
import org.trame.consultation.Inquiries;
import org.trame.consultation.SummariseInquiry;
import org.trame.workflow.SubmittedForm;

/** {@code Task_SummariseInquiry}. */
@Component
class SummariseInquiryDelegate implements TaskListener {

  private final Inquiries inquiries;
  private final SubmittedForm form;

  SummariseInquiryDelegate(Inquiries inquiries, SubmittedForm form) {
    this.inquiries = inquiries;
    this.form = form;
  }

  @Override
  public void notify(DelegateTask task) {
    inquiries.summarise(
        task.getExecution().getProcessBusinessKey(), form.of(task, SummariseInquiry.class));
  }
}
