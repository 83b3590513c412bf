package org.trame.api;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.trame.access.Actors;
import org.trame.agreement.Agreement;
import org.trame.agreement.AgreementContent;
import org.trame.agreement.AgreementVersion;
import org.trame.agreement.Agreements;
import org.trame.agreement.Assents;
import org.trame.agreement.Clause;
import org.trame.agreement.DraftedCommitment;
import org.trame.agreement.Signature;
import org.trame.agreement.Signings;
import org.trame.commitment.Commitment;
import org.trame.commitment.Commitments;
import org.trame.commitment.Occurrence;
import org.trame.funding.PaymentOrder;
import org.trame.funding.PaymentOrders;
import org.trame.funding.PaymentTotals;
import org.trame.input.Refusal;
import org.trame.language.Messages;
import org.trame.party.Parties;
import org.trame.party.Party;
import org.trame.programme.Programmes;

/**
 * Agreements, their texts, signatures and payments. What an account may not see does not exist for
 * it.
 */
@RestController
@RequestMapping("/api")
class AgreementsApi {

  private final Agreements agreements;
  private final Signings signings;
  private final Programmes programmes;
  private final Commitments commitments;
  private final Parties parties;
  private final PaymentOrders payments;

  AgreementsApi(
      Agreements agreements,
      Signings signings,
      Programmes programmes,
      Commitments commitments,
      Parties parties,
      PaymentOrders payments) {
    this.agreements = agreements;
    this.signings = signings;
    this.programmes = programmes;
    this.commitments = commitments;
    this.parties = parties;
    this.payments = payments;
  }

  /**
   * An agreement.
   *
   * @param id number
   * @param programme id of its programme
   * @param number its number in the programme
   * @param kind row of the regime's table {@code Agreements}
   * @param title what it is called
   * @param state OPEN, IN_FORCE, ENDED or ABANDONED
   * @param inForceOn first day in force, or null
   * @param endedOn day it ended or was given up, or null
   * @param version the version asked for; null in lists
   * @param payments what was ordered of its money; null in lists
   * @param commitments what was promised and what became of it; null in lists
   */
  record AgreementAnswer(
      long id,
      String programme,
      int number,
      String kind,
      String title,
      String state,
      LocalDate inForceOn,
      LocalDate endedOn,
      VersionAnswer version,
      PaymentsAnswer payments,
      List<CommitmentAnswer> commitments) {}

  /**
   * The payments of an agreement, in euros.
   *
   * @param agreed amount of the text in force, zero without one
   * @param ordered of the orders approved and awaiting
   * @param approved of the orders approved
   * @param left what may still be ordered
   * @param orders the orders, oldest first
   */
  record PaymentsAnswer(
      BigDecimal agreed,
      BigDecimal ordered,
      BigDecimal approved,
      BigDecimal left,
      List<PaymentAnswer> orders) {}

  /**
   * A payment order.
   *
   * @param id number
   * @param payee number of the organisation that is paid
   * @param name its name in the language asked for
   * @param amount euros
   * @param purpose what is paid for
   * @param state AWAITING, APPROVED or REFUSED
   * @param preparedOn day it was prepared
   * @param decidedOn day it was approved or refused, or null
   * @param mandate number of the mandate by which, or null
   * @param reason why it was refused, or null
   */
  record PaymentAnswer(
      long id,
      long payee,
      String name,
      BigDecimal amount,
      String purpose,
      String state,
      LocalDate preparedOn,
      LocalDate decidedOn,
      Long mandate,
      String reason) {}

  /**
   * Something promised.
   *
   * @param id number
   * @param code its code in the text
   * @param clause number of its clause
   * @param author number of the organisation that promised
   * @param beneficiary number of the organisation it was promised to
   * @param promise what
   * @param recurrence ONCE, MONTHLY, QUARTERLY, HALF_YEARLY or YEARLY
   * @param lastDue last due date of a recurring one, or null
   * @param noticeDays days before each due date at which the author is asked
   * @param evidence evidence expected
   * @param endedOn first day on which it does not hold any more, or null
   * @param endReason REPLACED, REMOVED or AGREEMENT_ENDED, or null
   * @param occurrences its due dates
   */
  record CommitmentAnswer(
      long id,
      String code,
      int clause,
      long author,
      long beneficiary,
      String promise,
      String recurrence,
      LocalDate lastDue,
      int noticeDays,
      String evidence,
      LocalDate endedOn,
      String endReason,
      List<OccurrenceAnswer> occurrences) {}

  /**
   * A due date.
   *
   * @param dueOn the day
   * @param state TO_COME, DUE, DECLARED, KEPT, KEPT_LATE, BROKEN or NOT_NEEDED
   * @param contested whether it is contested and not settled
   * @param graceUntil not declared by this day it is broken; null while it is to come
   * @param doneOn day it was done by its author's words, or null
   * @param brokenWhy SILENT, UNANSWERED, CONTESTED or CONCEDED, or null
   */
  record OccurrenceAnswer(
      LocalDate dueOn,
      String state,
      boolean contested,
      LocalDate graceUntil,
      LocalDate doneOn,
      String brokenWhy) {}

  /**
   * A version.
   *
   * @param number its number
   * @param state DRAFT, READY, SIGNING, REFUSED, IN_FORCE, SUPERSEDED or VOID
   * @param amount euros at stake, or null
   * @param endsOn last day, or null
   * @param sha256 hash of its exact text, or null while it is drafted
   * @param text that exact text, or null
   * @param clauses its clauses
   * @param promises what the organisations promise each other in this text
   * @param assents what the parties said, each state apart
   * @param signatures given and awaited
   */
  record VersionAnswer(
      int number,
      String state,
      BigDecimal amount,
      LocalDate endsOn,
      String sha256,
      String text,
      List<Clause> clauses,
      List<DraftedCommitment> promises,
      Assents assents,
      List<SignatureAnswer> signatures) {}

  /**
   * A signature.
   *
   * @param party number of the organisation
   * @param name its name in the language asked for
   * @param capacity SIGNATORY, ENDORSER or WITNESS
   * @param turn which turn
   * @param state where it stands
   * @param askedOn day it was asked, or null
   * @param signedOn day it was given, or null
   * @param mode ELECTRONIC, PDF or PAPER, or null
   * @param mandate number of the mandate by which, or null
   * @param clock clock whose silence is the assent, or null
   */
  record SignatureAnswer(
      long party,
      String name,
      String capacity,
      int turn,
      String state,
      LocalDate askedOn,
      LocalDate signedOn,
      String mode,
      Long mandate,
      Long clock) {}

  /** The agreements of a programme, in the order in which they were opened. */
  @GetMapping("/programmes/{programme}/agreements")
  List<AgreementAnswer> of(@PathVariable String programme) {
    return programmes
        .find(programme)
        .filter(p -> Programmes.mayRead(Actors.current(), p))
        .map(p -> agreements.of(p.id()))
        .orElseThrow(() -> new NoSuchElementException("No programme " + programme))
        .stream()
        .map(a -> answer(a, null, null, null))
        .toList();
  }

  /**
   * One agreement.
   *
   * @param on a day: the text that was in force then; otherwise the version people look at now
   */
  @GetMapping("/agreements/{id:[0-9]{1,18}}")
  AgreementAnswer one(@PathVariable long id, @RequestParam(required = false) String on) {
    Agreement agreement =
        agreements
            .find(id)
            .filter(a -> agreements.mayRead(Actors.current(), a))
            .orElseThrow(() -> new NoSuchElementException("No agreement " + id));
    AgreementVersion version =
        on == null
            ? agreements.current(id)
            : agreements
                .inForce(id, day(on))
                .orElseThrow(() -> new NoSuchElementException("Nothing in force on " + on));
    boolean hidden =
        version.state() == AgreementVersion.State.DRAFT
            && !agreements.drives(Actors.current(), agreement);
    return answer(
        agreement, hidden ? null : version(version), payments(id), commitments(agreement));
  }

  private static LocalDate day(String typed) {
    try {
      return LocalDate.parse(typed);
    } catch (java.time.format.DateTimeParseException e) {
      throw Refusal.at("on", "refusal.input.LocalDate", typed);
    }
  }

  private List<CommitmentAnswer> commitments(Agreement agreement) {
    List<Commitment> all = commitments.of(List.of(agreement.id()));
    Map<Long, List<Occurrence>> due =
        commitments.occurrences(all.stream().map(Commitment::id).toList());
    return all.stream().map(c -> commitment(c, due.getOrDefault(c.id(), List.of()))).toList();
  }

  private static CommitmentAnswer commitment(Commitment c, List<Occurrence> due) {
    return new CommitmentAnswer(
        c.id(),
        c.text().code(),
        c.text().clause(),
        c.text().author(),
        c.text().beneficiary(),
        c.text().promise(),
        c.terms().recurrence().name(),
        c.terms().lastDue(),
        c.terms().noticeDays(),
        c.terms().evidence(),
        c.endedOn(),
        c.endReason() == null ? null : c.endReason().name(),
        due.stream()
            .map(
                o ->
                    new OccurrenceAnswer(
                        o.dueOn(),
                        o.state().name(),
                        o.toAnswer(),
                        o.graceUntil(),
                        o.declaration() == null ? null : o.declaration().doneOn(),
                        o.brokenWhy() == null ? null : o.brokenWhy().name()))
            .toList());
  }

  private static AgreementAnswer answer(
      Agreement a, VersionAnswer version, PaymentsAnswer paid, List<CommitmentAnswer> promised) {
    return new AgreementAnswer(
        a.id(),
        a.programme(),
        a.number(),
        a.kind(),
        a.title(),
        a.state().name(),
        a.inForceOn(),
        a.endedOn(),
        version,
        paid,
        promised);
  }

  private PaymentsAnswer payments(long agreement) {
    List<PaymentOrder> orders = payments.of(agreement);
    Map<Long, Party> known =
        parties.all(orders.stream().map(PaymentOrder::payee).distinct().toList());
    PaymentTotals totals = payments.totals(agreement);
    return new PaymentsAnswer(
        totals.agreed(),
        totals.ordered(),
        totals.approved(),
        totals.left(),
        orders.stream().map(o -> payment(o, known.get(o.payee()))).toList());
  }

  private static PaymentAnswer payment(PaymentOrder o, Party payee) {
    return new PaymentAnswer(
        o.id(),
        o.payee(),
        payee.name(Messages.locale()),
        o.amount(),
        o.purpose(),
        o.state().name(),
        o.preparedOn(),
        o.decidedOn(),
        o.mandate(),
        o.reason());
  }

  private VersionAnswer version(AgreementVersion v) {
    AgreementContent content = agreements.content(v);
    List<Signature> asked = signings.of(v);
    Map<Long, Party> known = parties.all(asked.stream().map(Signature::party).toList());
    return new VersionAnswer(
        v.number(),
        v.state().name(),
        v.amount(),
        v.endsOn(),
        v.sha256(),
        v.text(),
        content.clauses(),
        content.commitments(),
        Assents.of(asked, signings.reservations(v)),
        asked.stream().map(s -> signature(s, known.get(s.party()))).toList());
  }

  private static SignatureAnswer signature(Signature s, Party party) {
    return new SignatureAnswer(
        s.party(),
        party.name(Messages.locale()),
        s.capacity().name(),
        s.rank(),
        s.state().name(),
        s.askedOn(),
        s.signedOn(),
        s.mode() == null ? null : s.mode().name(),
        s.mandate(),
        s.clock());
  }
}
