package org.trame.funding.process;

import org.camunda.bpm.engine.delegate.VariableScope;

/** Variables of the process {@code PaymentOrder}. */
final class PaymentOrderVariables {

  /** Number of the order. */
  static final String PAYMENT = "payment";

  /** What was decided: a {@link org.trame.funding.PaymentDecision}. */
  static final String OUTCOME = "paymentOutcome";

  private PaymentOrderVariables() {}

  static long payment(VariableScope scope) {
    return ((Number) scope.getVariable(PAYMENT)).longValue();
  }
}
