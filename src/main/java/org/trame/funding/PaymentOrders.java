package org.trame.funding;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.trame.access.Actors;
import org.trame.agreement.Agreement;
import org.trame.agreement.AgreementVersion;
import org.trame.agreement.Agreements;
import org.trame.agreement.Capacity;
import org.trame.agreement.Signature;
import org.trame.agreement.Signings;
import org.trame.document.Documents;
import org.trame.input.Check;
import org.trame.input.Refusal;
import org.trame.input.Violation;
import org.trame.ledger.Ledger;
import org.trame.party.Mandate;
import org.trame.party.Mandates;
import org.trame.party.Parties;
import org.trame.party.Party;
import org.trame.party.Power;
import org.trame.programme.Programme;
import org.trame.programme.Programmes;
import org.trame.workflow.Workflows;

/**
 * Payments of agreements: nobody both prepares and approves the same one, no mandate is exceeded,
 * and never more is ordered than the agreement in force promises.
 */
@Component
@Transactional
public class PaymentOrders {

  static final String TASK = "Task_ApprovePayment";

  private static final String PROCESS = "PaymentOrder";

  private final PaymentOrderStore store;
  private final Agreements agreements;
  private final Signings signings;
  private final Programmes programmes;
  private final Parties parties;
  private final Mandates mandates;
  private final Documents documents;
  private final Workflows workflows;
  private final Ledger ledger;
  private final Clock time;

  PaymentOrders(
      PaymentOrderStore store,
      Agreements agreements,
      Signings signings,
      Programmes programmes,
      Parties parties,
      Mandates mandates,
      Documents documents,
      Workflows workflows,
      Ledger ledger,
      Clock time) {
    this.store = store;
    this.agreements = agreements;
    this.signings = signings;
    this.programmes = programmes;
    this.parties = parties;
    this.mandates = mandates;
    this.documents = documents;
    this.workflows = workflows;
    this.ledger = ledger;
    this.time = time;
  }

  /** The order of this number. */
  @Transactional(readOnly = true)
  public Optional<PaymentOrder> find(long id) {
    return store.find(id);
  }

  /**
   * The order of this number.
   *
   * @throws java.util.NoSuchElementException if there is none
   */
  @Transactional(readOnly = true)
  public PaymentOrder get(long id) {
    return store.find(id).orElseThrow();
  }

  /** The orders of these numbers: one query. */
  @Transactional(readOnly = true)
  public List<PaymentOrder> all(Collection<Long> ids) {
    return store.all(ids);
  }

  /** The orders on an agreement, oldest first. */
  @Transactional(readOnly = true)
  public List<PaymentOrder> of(long agreement) {
    return store.of(agreement);
  }

  /** Numbers of the orders on the agreements of these programmes: one query. */
  @Transactional(readOnly = true)
  public List<Long> ofProgrammes(Collection<String> ofProgrammes) {
    return store.ofProgrammes(ofProgrammes);
  }

  /** What an agreement promises today and what was ordered of it. */
  @Transactional(readOnly = true)
  public PaymentTotals totals(long agreement) {
    return PaymentTotals.of(
        agreements.inForce(agreement).map(AgreementVersion::amount).orElse(null),
        store.of(agreement));
  }

  /** Other orders, not refused, with the same evidence to the byte: perhaps paid twice (P26). */
  @Transactional(readOnly = true)
  public List<PaymentOrder> sameEvidence(PaymentOrder order) {
    return store.sameEvidence(order);
  }

  /**
   * The organisations that may be paid by the text in force: those that signed it as its parties,
   * without the municipality, which pays.
   */
  @Transactional(readOnly = true)
  public List<Party> payees(Agreement agreement) {
    return agreements.inForce(agreement.id()).map(v -> payees(agreement, v)).orElse(List.of());
  }

  private List<Party> payees(Agreement agreement, AgreementVersion version) {
    long payer = municipality(agreement).map(Party::id).orElse(-1L);
    List<Long> signed =
        signings.of(version).stream()
            .filter(s -> s.capacity() == Capacity.SIGNATORY)
            .filter(s -> s.state() == Signature.State.SIGNED && s.party() != payer)
            .map(Signature::party)
            .distinct()
            .sorted()
            .toList();
    Map<Long, Party> known = parties.all(signed);
    return signed.stream().map(known::get).toList();
  }

  /** The municipality of an agreement's programme as an organisation, if it is registered. */
  @Transactional(readOnly = true)
  public Optional<Party> municipality(Agreement agreement) {
    Programme programme = programmes.get(agreement.programme());
    return parties.at(programme.nis(), programme.region()).stream()
        .filter(p -> p.kind() == Party.Kind.MUNICIPALITY)
        .findFirst();
  }

  /**
   * Prepares an order; somebody else is asked to approve it.
   *
   * @return its number
   * @throws Refusal if the agreement is not in force today, the payee did not sign it, the amount
   *     is not positive or goes beyond what the agreement promises, the evidence is no file of the
   *     programme, or nobody is registered who could approve
   */
  public long prepare(long agreement, PreparePayment form) {
    agreements.hold(agreement);
    Agreement about = agreements.get(agreement);
    documents.uploaded(about.programme(), form.paymentEvidence(), "paymentEvidence");
    long payee = Long.parseLong(form.payee());
    PaymentTotals totals = totals(agreement);
    check(about, payee, "payee")
        .that(form.paymentAmount().signum() > 0, "paymentAmount", "refusal.payment.amount")
        .that(
            form.paymentAmount().compareTo(totals.left()) <= 0,
            "paymentAmount",
            "refusal.payment.aboveAgreement",
            totals.agreed(),
            totals.ordered(),
            totals.left())
        .that(municipality(about).isPresent(), "refusal.payment.noMunicipality")
        .done();
    long id = store.insert(agreement, payee, form, Actors.current().userId(), today());
    PaymentOrder order = get(id);
    ledger.record(about.programme(), "payment-prepared", details(about, order));
    workflows.start(
        PROCESS,
        order.subject(),
        Map.of("regime", programmes.get(about.programme()).regime(), "payment", id));
    return id;
  }

  /**
   * Approves or refuses an order, for the municipality.
   *
   * @throws Refusal if it is decided already; the actor is the human who prepared it or has no
   *     mandate to decide today that goes up to the amount; it is refused without a reason; or it
   *     is approved although the agreement is not in force any more, the payee is no party of it
   *     any more, or it does not promise as much any more
   */
  public void decide(long id, DecidePayment form) {
    agreements.hold(get(id).agreement());
    PaymentOrder order = get(id);
    Agreement about = agreements.get(order.agreement());
    String by = Actors.current().userId();
    boolean refused = form.paymentDecision() == PaymentDecision.REFUSED;
    new Check()
        .that(
            order.state() == PaymentOrder.State.AWAITING,
            "paymentDecision",
            "refusal.payment.decided")
        .that(
            !parties.sameHuman(order.preparedBy(), by),
            "paymentDecision",
            "refusal.payment.samePerson")
        .that(!refused || form.paymentRefusal() != null, "paymentRefusal", "refusal.payment.reason")
        .done();
    Mandate mandate = mandate(about, order.amount(), by);
    if (!refused) {
      PaymentTotals totals = totals(about.id());
      BigDecimal left = totals.agreed().subtract(totals.approved());
      check(about, order.payee(), "paymentDecision")
          .that(
              order.amount().compareTo(left) <= 0,
              "paymentDecision",
              "refusal.payment.aboveApproved",
              totals.agreed(),
              totals.approved(),
              left)
          .done();
    }
    store.decided(
        id,
        form.paymentDecision(),
        by,
        today(),
        mandate.id(),
        refused ? form.paymentRefusal() : null);
    Map<String, Object> details = details(about, order);
    details.put("mandate", mandate.id());
    if (refused) {
      details.put("reason", form.paymentRefusal());
      ledger.record(about.programme(), "payment-refused", details);
    } else {
      ledger.record(about.programme(), "payment-approved", details);
    }
  }

  /** The agreement is in force today, and the organisation is one it may be paid to. */
  private Check check(Agreement about, long payee, String payeeField) {
    AgreementVersion version =
        agreements
            .inForce(about.id(), today())
            .orElseThrow(() -> Refusal.of("refusal.payment.notInForce", today()));
    return new Check()
        .that(
            payees(about, version).stream().anyMatch(p -> p.id() == payee),
            payeeField,
            "refusal.payment.payee");
  }

  /** The mandate to decide for the municipality; why there is none is said at the decision. */
  private Mandate mandate(Agreement about, BigDecimal amount, String account) {
    long municipality = municipality(about).orElseThrow().id();
    try {
      return mandates.valid(account, municipality, Power.DECIDE, today(), amount);
    } catch (Refusal none) {
      throw new Refusal(
          none.violations().stream()
              .map(v -> new Violation("paymentDecision", v.key(), v.args()))
              .toList());
    }
  }

  private Map<String, Object> details(Agreement about, PaymentOrder order) {
    Map<String, Object> details = new HashMap<>();
    details.put("payment", order.id());
    details.put("agreement", about.id());
    details.put("title", about.title());
    details.put("payee", parties.find(order.payee()).orElseThrow().frenchName());
    details.put("amount", order.amount().toPlainString());
    details.put("purpose", order.purpose());
    return details;
  }

  private LocalDate today() {
    return LocalDate.now(time);
  }
}
