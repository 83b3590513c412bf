package org.trame.consultation.process;

import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.stereotype.Component;
import org.trame.consultation.Meetings;
import org.trame.consultation.RecordMeeting;
import org.trame.workflow.SubmittedForm;

/** {@code Task_RecordMeeting}. */
@Component
class RecordMeetingDelegate implements TaskListener {

  private final Meetings meetings;
  private final SubmittedForm form;

  RecordMeetingDelegate(Meetings meetings, SubmittedForm form) {
    this.meetings = meetings;
    this.form = form;
  }

  @Override
  public void notify(DelegateTask task) {
    boolean again =
        meetings.record(
            task.getExecution().getProcessBusinessKey(), form.of(task, RecordMeeting.class));
    task.setVariable(CommissionConsultationVariables.MEET_AGAIN, again);
  }
}
