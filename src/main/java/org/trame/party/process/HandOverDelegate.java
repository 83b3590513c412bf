package org.trame.party.process;

import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.stereotype.Component;
import org.trame.party.HandOver;
import org.trame.party.Handovers;
import org.trame.workflow.SubmittedForm;

/** {@code Task_HandOver}. */
@Component
class HandOverDelegate implements TaskListener {

  private final Handovers handovers;
  private final SubmittedForm form;

  HandOverDelegate(Handovers handovers, SubmittedForm form) {
    this.handovers = handovers;
    this.form = form;
  }

  @Override
  public void notify(DelegateTask task) {
    handovers.done((Long) task.getVariable(Handovers.MANDATE), form.of(task, HandOver.class));
  }
}
