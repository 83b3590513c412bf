package org.trame.consultation.process;

import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.stereotype.Component;
import org.trame.consultation.Inquiries;
import org.trame.consultation.RecordConcertationOpinion;
import org.trame.workflow.SubmittedForm;

/** {@code Task_RecordConcertationOpinion}. */
@Component
class RecordConcertationOpinionDelegate implements TaskListener {

  private final Inquiries inquiries;
  private final SubmittedForm form;

  RecordConcertationOpinionDelegate(Inquiries inquiries, SubmittedForm form) {
    this.inquiries = inquiries;
    this.form = form;
  }

  @Override
  public void notify(DelegateTask task) {
    inquiries.recordConcertation(
        task.getExecution().getProcessBusinessKey(),
        form.of(task, RecordConcertationOpinion.class));
  }
}
