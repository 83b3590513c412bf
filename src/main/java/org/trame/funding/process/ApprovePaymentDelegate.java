package org.trame.funding.process;

import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.stereotype.Component;
import org.trame.funding.DecidePayment;
import org.trame.funding.PaymentOrders;
import org.trame.workflow.SubmittedForm;

/** {@code Task_ApprovePayment}. */
@Component
class ApprovePaymentDelegate implements TaskListener {

  private final PaymentOrders payments;
  private final SubmittedForm form;

  ApprovePaymentDelegate(PaymentOrders payments, SubmittedForm form) {
    this.payments = payments;
    this.form = form;
  }

  @Override
  public void notify(DelegateTask task) {
    DecidePayment decision = form.of(task, DecidePayment.class);
    payments.decide(PaymentOrderVariables.payment(task), decision);
    task.setVariable(PaymentOrderVariables.OUTCOME, decision.paymentDecision().name());
  }
}
