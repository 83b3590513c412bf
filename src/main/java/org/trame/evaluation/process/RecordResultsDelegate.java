package org.trame.evaluation.process;

import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.stereotype.Component;
import org.trame.evaluation.Evaluations;
import org.trame.evaluation.RecordResults;
import org.trame.workflow.SubmittedForm;

/** {@code Task_RecordResults}. */
@Component
class RecordResultsDelegate implements TaskListener {

  private final Evaluations evaluations;
  private final SubmittedForm form;

  RecordResultsDelegate(Evaluations evaluations, SubmittedForm form) {
    this.evaluations = evaluations;
    this.form = form;
  }

  @Override
  public void notify(DelegateTask task) {
    evaluations.conclude(
        task.getExecution().getProcessBusinessKey(), form.of(task, RecordResults.class));
  }
}
