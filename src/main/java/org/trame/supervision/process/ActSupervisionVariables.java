package org.trame.supervision.process;

import org.camunda.bpm.engine.delegate.VariableScope;

/** Variables of the process {@code ActSupervision}. */
final class ActSupervisionVariables {

  /** Id of the act. */
  static final String ACT = "act";

  /** What the Government decided last: a {@link org.trame.supervision.ActDecision}. */
  static final String OUTCOME = "actOutcome";

  /** Step of the time limits the decision is due by. */
  static final String LIMIT_STEP = "limitStep";

  private ActSupervisionVariables() {}

  static long act(VariableScope scope) {
    return ((Number) scope.getVariable(ACT)).longValue();
  }
}
