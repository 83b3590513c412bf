package org.trame.agreement.process;

import org.camunda.bpm.dmn.engine.DmnDecisionResult;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.springframework.stereotype.Component;
import org.trame.agreement.amendment.AgreementAmendments;
import org.trame.regime.Rule;

/** End of {@code Rule_AgreementAmendmentKind}: keeps what the table answered. */
@Component
class ClassifyAgreementAmendmentDelegate implements ExecutionListener {

  /** The engine's name of the answer, there until the end of the rule task. */
  private static final String DECISION_RESULT = "decisionResult";

  private final AgreementAmendments amendments;

  ClassifyAgreementAmendmentDelegate(AgreementAmendments amendments) {
    this.amendments = amendments;
  }

  @Override
  public void notify(DelegateExecution execution) {
    var answer = (DmnDecisionResult) execution.getVariable(DECISION_RESULT);
    Rule rule = new Rule(AgreementAmendments.KIND, answer.getSingleResult().getEntryMap());
    execution.setVariable(
        AgreementSigningVariables.AMENDMENT_KIND,
        amendments.classify(AgreementSigningVariables.agreement(execution), rule).name());
  }
}
