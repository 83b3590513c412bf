package org.trame.consultation.process;

import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.stereotype.Component;
import org.trame.consultation.Inquiries;

/** {@code Task_RegisterObservations}: nobody closes the inquiry before its last day is over. */
@Component
class RegisterObservationsDelegate implements TaskListener {

  private final Inquiries inquiries;

  RegisterObservationsDelegate(Inquiries inquiries) {
    this.inquiries = inquiries;
  }

  @Override
  public void notify(DelegateTask task) {
    inquiries.refuseBeforeEnd(task.getExecution().getProcessBusinessKey());
  }
}
