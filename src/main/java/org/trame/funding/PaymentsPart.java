package org.trame.funding;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.trame.agreement.Agreement;
import org.trame.agreement.AgreementPart;
import org.trame.deadline.Clocks;
import org.trame.deadline.LegalClock;
import org.trame.document.Documents;
import org.trame.language.Messages;
import org.trame.party.Parties;
import org.trame.party.Party;
import org.trame.party.Person;

/** The payments of an agreement on its page, from when it promises money. */
@Component
class PaymentsPart implements AgreementPart {

  private final PaymentOrders payments;
  private final Parties parties;
  private final Documents documents;
  private final Clocks clocks;
  private final Messages messages;

  PaymentsPart(
      PaymentOrders payments,
      Parties parties,
      Documents documents,
      Clocks clocks,
      Messages messages) {
    this.payments = payments;
    this.parties = parties;
    this.documents = documents;
    this.clocks = clocks;
    this.messages = messages;
  }

  /**
   * The payments of an agreement, in the reader's language.
   *
   * @param agreed amount of the text in force
   * @param ordered approved and awaiting
   * @param approved approved
   * @param left what may still be ordered
   * @param orders the orders, the latest first
   */
  record View(String agreed, String ordered, String approved, String left, List<Line> orders) {}

  /**
   * An order.
   *
   * @param number its number
   * @param purpose what is paid for
   * @param payee who is paid
   * @param amount euros
   * @param state code of its state
   * @param facts who prepared it when, who decided it when and by which mandate
   * @param reason why it was refused, or empty
   * @param evidence address of the document, or empty if the reader may not see it
   * @param warnings other orders with the same evidence
   * @param clock id of the clock while it is awaited, or null
   * @param dueOn last day of that clock, in words
   */
  record Line(
      long number,
      String purpose,
      String payee,
      String amount,
      String state,
      List<String> facts,
      String reason,
      String evidence,
      List<String> warnings,
      Long clock,
      String dueOn) {}

  @Override
  public Map<String, Object> of(Agreement agreement) {
    List<PaymentOrder> orders = payments.of(agreement.id());
    PaymentTotals totals = payments.totals(agreement.id());
    if (orders.isEmpty() && totals.agreed().signum() == 0) {
      return Map.of();
    }
    Names names = names(agreement, orders);
    List<Line> lines = new ArrayList<>();
    orders.forEach(o -> lines.add(0, line(o, names)));
    return Map.of(
        "payments",
        new View(
            euros(totals.agreed()),
            euros(totals.ordered()),
            euros(totals.approved()),
            euros(totals.left()),
            lines));
  }

  private String euros(BigDecimal amount) {
    return messages.say("agreement.euros", amount);
  }

  /** Who is paid, who acted, and until when a decision is awaited. */
  private record Names(
      Map<Long, Party> payees, Map<String, Person> people, Map<String, LegalClock> open) {

    String of(String account) {
      Person person = people.get(account);
      return person == null ? account : person.name();
    }
  }

  private Names names(Agreement agreement, List<PaymentOrder> orders) {
    Map<String, Person> people = new HashMap<>();
    payments
        .municipality(agreement)
        .map(m -> parties.people(m.id()))
        .orElse(List.of())
        .forEach(p -> people.put(p.account(), p));
    return new Names(
        parties.all(orders.stream().map(PaymentOrder::payee).collect(Collectors.toSet())),
        people,
        open(orders.stream().map(PaymentOrder::subject).toList()));
  }

  private Map<String, LegalClock> open(Collection<String> subjects) {
    return clocks.openOf(subjects).stream()
        .collect(Collectors.toMap(LegalClock::subject, Function.identity(), (a, b) -> a));
  }

  private Line line(PaymentOrder o, Names names) {
    Stream<String> prepared =
        Stream.of(messages.say("payment.prepared", names.of(o.preparedBy()), o.preparedOn()));
    Stream<String> decided =
        o.decidedBy() == null
            ? Stream.of()
            : Stream.of(
                messages.say(
                    "payment.decided." + o.state(),
                    names.of(o.decidedBy()),
                    o.decidedOn(),
                    String.valueOf(o.mandate())));
    LegalClock clock = names.open().get(o.subject());
    return new Line(
        o.id(),
        o.purpose(),
        names.payees().get(o.payee()).name(Messages.locale()),
        euros(o.amount()),
        o.state().name(),
        Stream.concat(prepared, decided).toList(),
        o.reason() == null ? "" : o.reason(),
        documents.find(o.evidence()).map(d -> "/documents/" + d.id()).orElse(""),
        o.state() == PaymentOrder.State.REFUSED
            ? List.of()
            : payments.sameEvidence(o).stream()
                .map(other -> messages.say("note.payment-twice", other.id()))
                .toList(),
        clock == null ? null : clock.id(),
        clock == null ? "" : messages.say("payment.due", clock.dueOn()));
  }
}
