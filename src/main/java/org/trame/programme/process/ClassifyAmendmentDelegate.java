package org.trame.programme.process;

import org.camunda.bpm.dmn.engine.DmnDecisionResult;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.springframework.stereotype.Component;
import org.trame.programme.Amendment;
import org.trame.programme.Amendments;
import org.trame.regime.Rule;

/** {@code Rule_AmendmentKind}: keeps what the table answered. */
@Component
class ClassifyAmendmentDelegate implements ExecutionListener {

  /** The engine's name of the answer, there until the end of the rule task. */
  private static final String DECISION_RESULT = "decisionResult";

  private final Amendments amendments;

  ClassifyAmendmentDelegate(Amendments amendments) {
    this.amendments = amendments;
  }

  @Override
  public void notify(DelegateExecution execution) {
    var answer = (DmnDecisionResult) execution.getVariable(DECISION_RESULT);
    Amendment.Kind kind =
        amendments.classify(
            execution.getProcessBusinessKey(),
            new Rule("AmendmentKind", answer.getSingleResult().getEntryMap()));
    execution.setVariable(AmendmentVariables.KIND, kind.name());
  }
}
