package org.trame.funding.process;

import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.stereotype.Component;
import org.trame.funding.PaymentOrders;
import org.trame.party.Parties;

/** Says whom a task is about paying. */
@Component
class NamePaymentDelegate implements TaskListener {

  private final PaymentOrders payments;
  private final Parties parties;

  NamePaymentDelegate(PaymentOrders payments, Parties parties) {
    this.payments = payments;
    this.parties = parties;
  }

  @Override
  public void notify(DelegateTask task) {
    long payee = payments.get(PaymentOrderVariables.payment(task)).payee();
    task.setDescription(parties.find(payee).orElseThrow().frenchName());
  }
}
