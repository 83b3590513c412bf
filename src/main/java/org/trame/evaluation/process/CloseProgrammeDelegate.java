package org.trame.evaluation.process;

import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.stereotype.Component;
import org.trame.evaluation.CloseProgramme;
import org.trame.evaluation.Closings;
import org.trame.workflow.SubmittedForm;

/** {@code Task_CloseProgramme}. */
@Component
class CloseProgrammeDelegate implements TaskListener {

  private final Closings closings;
  private final SubmittedForm form;

  CloseProgrammeDelegate(Closings closings, SubmittedForm form) {
    this.closings = closings;
    this.form = form;
  }

  @Override
  public void notify(DelegateTask task) {
    closings.close(
        task.getExecution().getProcessBusinessKey(),
        task.getId(),
        form.of(task, CloseProgramme.class));
  }
}
