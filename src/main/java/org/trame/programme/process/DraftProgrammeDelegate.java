package org.trame.programme.process;

import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.stereotype.Component;
import org.trame.programme.DraftProgramme;
import org.trame.programme.Elaborations;
import org.trame.workflow.SubmittedForm;

/** {@code Task_DraftProgramme}. */
@Component
class DraftProgrammeDelegate implements TaskListener {

  private final Elaborations elaborations;
  private final SubmittedForm form;

  DraftProgrammeDelegate(Elaborations elaborations, SubmittedForm form) {
    this.elaborations = elaborations;
    this.form = form;
  }

  @Override
  public void notify(DelegateTask task) {
    elaborations.submit(
        task.getExecution().getProcessBusinessKey(), form.of(task, DraftProgramme.class));
  }
}
