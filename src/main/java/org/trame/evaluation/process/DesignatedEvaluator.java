package org.trame.evaluation.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.stereotype.Component;
import org.trame.evaluation.Evaluation;
import org.trame.evaluation.Evaluations;

/** Assignee in models: {@code ${designatedEvaluator.of(execution)}}. */
@Component("designatedEvaluator")
public class DesignatedEvaluator {

  private final Evaluations evaluations;

  DesignatedEvaluator(Evaluations evaluations) {
    this.evaluations = evaluations;
  }

  /** The account designated for the programme this process works on. */
  public String of(DelegateExecution execution) {
    return evaluations.of(execution.getProcessBusinessKey()).map(Evaluation::account).orElseThrow();
  }
}
