package org.trame.programme.process;

import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.stereotype.Component;
import org.trame.programme.Elaborations;
import org.trame.programme.EstablishDiagnosis;
import org.trame.workflow.SubmittedForm;

/** {@code Task_EstablishDiagnosis}. */
@Component
class EstablishDiagnosisDelegate implements TaskListener {

  private final Elaborations elaborations;
  private final SubmittedForm form;

  EstablishDiagnosisDelegate(Elaborations elaborations, SubmittedForm form) {
    this.elaborations = elaborations;
    this.form = form;
  }

  @Override
  public void notify(DelegateTask task) {
    elaborations.establish(
        task.getExecution().getProcessBusinessKey(), form.of(task, EstablishDiagnosis.class));
  }
}
