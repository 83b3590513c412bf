package org.trame.funding;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.trame.agreement.Agreements;
import org.trame.language.Messages;
import org.trame.party.Parties;
import org.trame.worksheet.Worksheet;

/** What is to be paid and what is left of the agreement, for the form of the task. */
@Component
class PaymentWorksheet implements Worksheet {

  private final PaymentOrders payments;
  private final Agreements agreements;
  private final Parties parties;
  private final Messages messages;

  PaymentWorksheet(
      PaymentOrders payments, Agreements agreements, Parties parties, Messages messages) {
    this.payments = payments;
    this.agreements = agreements;
    this.parties = parties;
    this.messages = messages;
  }

  @Override
  public Set<String> tasks() {
    return Set.of(PaymentOrders.TASK);
  }

  /** The evidence is read there. */
  @Override
  public String page(String subject, String task) {
    return PaymentSubjects.page(payments.get(PaymentOrder.ofSubject(subject)));
  }

  @Override
  public List<Section> sections(String subject) {
    return payments.find(PaymentOrder.ofSubject(subject)).map(this::section).stream().toList();
  }

  private Section section(PaymentOrder order) {
    String payee = parties.find(order.payee()).orElseThrow().name(Messages.locale());
    String amount = messages.say("agreement.euros", order.amount());
    PaymentTotals totals = payments.totals(order.agreement());
    Stream<Note> notes =
        Stream.of(
            new Note(messages.say("note.payment-order", amount, payee, order.purpose()), false),
            new Note(
                messages.say(
                    "note.payment-totals",
                    agreements.get(order.agreement()).title(),
                    totals.agreed(),
                    totals.approved(),
                    totals.agreed().subtract(totals.approved())),
                false));
    return new Section(
        "payment-order",
        List.of("payment", "payee", "paymentAmount", "paymentPurpose"),
        List.of(
            new Row(
                "", List.of(String.valueOf(order.id()), payee, amount, order.purpose()), Map.of())),
        "",
        "",
        Stream.concat(
                notes,
                payments.sameEvidence(order).stream()
                    .map(o -> new Note(messages.say("note.payment-twice", o.id()), false)))
            .toList());
  }
}
