package org.trame.evaluation.process;

import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.stereotype.Component;
import org.trame.evaluation.Evaluations;

/** {@code Task_FixEvaluationCriteria}. */
@Component
class FixEvaluationCriteriaDelegate implements TaskListener {

  private final Evaluations evaluations;

  FixEvaluationCriteriaDelegate(Evaluations evaluations) {
    this.evaluations = evaluations;
  }

  @Override
  public void notify(DelegateTask task) {
    evaluations.fixCriteria(task.getExecution().getProcessBusinessKey());
  }
}
