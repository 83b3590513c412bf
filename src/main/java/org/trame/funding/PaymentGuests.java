package org.trame.funding;

import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.trame.access.Actor;
import org.trame.access.Role;
import org.trame.agreement.Agreements;
import org.trame.document.DocumentGuests;
import org.trame.document.StoredDocument;
import org.trame.party.Party;

/**
 * Whoever is paid and whoever decides for the municipality read on what evidence; the other parties
 * of the agreement do not.
 */
@Component
class PaymentGuests implements DocumentGuests {

  private final PaymentOrderStore store;
  private final PaymentOrders payments;
  private final Agreements agreements;

  PaymentGuests(PaymentOrderStore store, PaymentOrders payments, Agreements agreements) {
    this.store = store;
    this.payments = payments;
    this.agreements = agreements;
  }

  @Override
  public boolean mayUpload(Actor actor, String programme) {
    return false;
  }

  @Override
  public boolean mayRead(Actor actor, StoredDocument document) {
    return actor.holds(Role.PARTNER)
        && store.on(document.id()).stream()
            .flatMap(this::readers)
            .map(Role::ofParty)
            .anyMatch(actor::in);
  }

  private Stream<Long> readers(PaymentOrder order) {
    return Stream.concat(
        Stream.of(order.payee()),
        payments.municipality(agreements.get(order.agreement())).map(Party::id).stream());
  }
}
