package org.trame.consultation.process;

import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.stereotype.Component;
import org.trame.consultation.ConveneMeeting;
import org.trame.consultation.Meeting;
import org.trame.consultation.Meetings;
import org.trame.deadline.Clocks;
import org.trame.workflow.SubmittedForm;

/** {@code Task_ConveneMeeting}: the record is due on the day of the meeting. */
@Component
class ConveneMeetingDelegate implements TaskListener {

  private final Meetings meetings;
  private final Clocks clocks;
  private final SubmittedForm form;

  ConveneMeetingDelegate(Meetings meetings, Clocks clocks, SubmittedForm form) {
    this.meetings = meetings;
    this.clocks = clocks;
    this.form = form;
  }

  @Override
  public void notify(DelegateTask task) {
    String programme = task.getExecution().getProcessBusinessKey();
    Meeting meeting = meetings.convene(programme, form.of(task, ConveneMeeting.class));
    clocks.startUntil(
        (String) task.getVariable("regime"),
        programme,
        "meeting-record",
        task.getProcessInstanceId(),
        meeting.meetingAt().toLocalDate());
  }
}
