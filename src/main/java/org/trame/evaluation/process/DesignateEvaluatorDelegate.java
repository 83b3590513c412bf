package org.trame.evaluation.process;

import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.stereotype.Component;
import org.trame.evaluation.DesignateEvaluator;
import org.trame.evaluation.Evaluations;
import org.trame.workflow.SubmittedForm;

/** {@code Task_DesignateEvaluator}. */
@Component
class DesignateEvaluatorDelegate implements TaskListener {

  private final Evaluations evaluations;
  private final SubmittedForm form;

  DesignateEvaluatorDelegate(Evaluations evaluations, SubmittedForm form) {
    this.evaluations = evaluations;
    this.form = form;
  }

  @Override
  public void notify(DelegateTask task) {
    evaluations.designate(
        task.getExecution().getProcessBusinessKey(), form.of(task, DesignateEvaluator.class));
  }
}
