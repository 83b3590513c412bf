package org.trame.funding;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.trame.agreement.Agreement;
import org.trame.agreement.Agreements;
import org.trame.language.Messages;
import org.trame.worksheet.Subjects;

/** A payment order as a subject. */
@Component
class PaymentSubjects implements Subjects {

  private final PaymentOrders payments;
  private final Agreements agreements;
  private final Messages messages;

  PaymentSubjects(PaymentOrders payments, Agreements agreements, Messages messages) {
    this.payments = payments;
    this.agreements = agreements;
    this.messages = messages;
  }

  @Override
  public Optional<Named> find(String subject) {
    return Optional.ofNullable(findAll(List.of(subject)).get(subject));
  }

  @Override
  public Map<String, Named> findAll(Collection<String> subjects) {
    List<PaymentOrder> orders =
        payments.all(subjects.stream().map(PaymentOrder::ofSubject).filter(id -> id >= 0).toList());
    Map<Long, Agreement> about =
        agreements.all(orders.stream().map(PaymentOrder::agreement).distinct().toList()).stream()
            .collect(Collectors.toMap(Agreement::id, a -> a));
    Map<String, Named> found = new HashMap<>();
    for (PaymentOrder order : orders) {
      String title = about.get(order.agreement()).title();
      found.put(
          order.subject(),
          new Named(messages.say("payment.subject", order.id(), title), page(order)));
    }
    return found;
  }

  @Override
  public List<String> of(Collection<String> programmes) {
    return payments.ofProgrammes(programmes).stream().map(PaymentOrder::subject).toList();
  }

  static String page(PaymentOrder order) {
    return "/agreements/" + order.agreement() + "#payments";
  }
}
