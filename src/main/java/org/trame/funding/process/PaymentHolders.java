package org.trame.funding.process;

import java.util.Optional;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.stereotype.Component;
import org.trame.access.Actor;
import org.trame.access.Role;
import org.trame.agreement.Agreement;
import org.trame.agreement.Agreements;
import org.trame.deadline.Place;
import org.trame.deadline.Responsibility;
import org.trame.funding.PaymentOrder;
import org.trame.funding.PaymentOrders;
import org.trame.programme.Programme;
import org.trame.programme.Programmes;

/** Who works on a payment order: {@code ${paymentHolders.approvers(execution)}}. */
@Component("paymentHolders")
public class PaymentHolders implements Responsibility {

  private final PaymentOrders payments;
  private final Agreements agreements;
  private final Programmes programmes;

  PaymentHolders(PaymentOrders payments, Agreements agreements, Programmes programmes) {
    this.payments = payments;
    this.agreements = agreements;
    this.programmes = programmes;
  }

  /** Those who act for the municipality; their mandates say who of them may. */
  public String approvers(DelegateExecution execution) {
    Agreement about = agreement(execution.getProcessBusinessKey()).orElseThrow();
    return Role.ofParty(payments.municipality(about).orElseThrow().id());
  }

  @Override
  public Optional<Place> place(String subject) {
    return programme(subject).map(p -> new Place(p.regime(), p.nis(), p.region()));
  }

  @Override
  public Optional<String> group(String subject, String role) {
    return programme(subject).map(p -> Role.of(role).group(p.nis(), p.region()));
  }

  /** The parties of the agreement see when a payment is due. */
  @Override
  public boolean concerns(Actor actor, String subject) {
    return agreement(subject).filter(a -> agreements.mayRead(actor, a)).isPresent();
  }

  private Optional<Programme> programme(String subject) {
    return agreement(subject).map(a -> programmes.get(a.programme()));
  }

  private Optional<Agreement> agreement(String subject) {
    long id = PaymentOrder.ofSubject(subject);
    return id < 0
        ? Optional.empty()
        : payments.find(id).map(order -> agreements.get(order.agreement()));
  }
}
