package org.trame.commitment.process;

import org.camunda.bpm.engine.delegate.VariableScope;
import org.trame.commitment.CommitmentChanges;
import org.trame.commitment.FollowUps;

/** Variables of {@code CommitmentFollowUp}, {@code CommitmentChange}, {@code AgreementReview}. */
final class CommitmentVariables {

  /** What became of a due date at the last task: a state of the gateways. */
  static final String OUTCOME = "commitmentOutcome";

  /** Number of the agreement. */
  private static final String AGREEMENT = "agreement";

  private CommitmentVariables() {}

  static long occurrence(VariableScope scope) {
    return number(scope, FollowUps.OCCURRENCE);
  }

  static long commitment(VariableScope scope) {
    return number(scope, FollowUps.COMMITMENT);
  }

  static long change(VariableScope scope) {
    return number(scope, CommitmentChanges.CHANGE);
  }

  static long agreement(VariableScope scope) {
    return number(scope, AGREEMENT);
  }

  private static long number(VariableScope scope, String name) {
    return ((Number) scope.getVariable(name)).longValue();
  }
}
