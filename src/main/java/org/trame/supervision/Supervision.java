package org.trame.supervision;

import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.HashMap;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.trame.access.Actors;
import org.trame.calendar.Term;
import org.trame.deadline.Assent;
import org.trame.deadline.Clocks;
import org.trame.deadline.LegalClock;
import org.trame.implementation.Implementations;
import org.trame.input.Check;
import org.trame.language.Messages;
import org.trame.ledger.Ledger;
import org.trame.programme.Programme;
import org.trame.programme.Programmes;
import org.trame.regime.Regimes;
import org.trame.regime.Rule;
import org.trame.workflow.Workflows;

/**
 * Approval of the acts of municipalities by the Government: by a decree sent in time, or by its
 * silence (ordinance of 14 May 1998, art. 13 and 14, numac 1998031259).
 */
@Component
@Transactional
public class Supervision {

  /** Law: which act is subject to approval, and the step of its time limit. */
  static final String TABLE = "SupervisedActs";

  private static final String PROCESS = "ActSupervision";
  private static final String TRANSMISSION_LIMIT = "supervision-transmission";

  private final SupervisedActs acts;
  private final Programmes programmes;
  private final Implementations implementations;
  private final Regimes regimes;
  private final Clocks clocks;
  private final Workflows workflows;
  private final Ledger ledger;
  private final JdbcClient jdbc;
  private final Clock time;

  Supervision(
      SupervisedActs acts,
      Programmes programmes,
      Implementations implementations,
      Regimes regimes,
      Clocks clocks,
      Workflows workflows,
      Ledger ledger,
      JdbcClient jdbc,
      Clock time) {
    this.acts = acts;
    this.programmes = programmes;
    this.implementations = implementations;
    this.regimes = regimes;
    this.clocks = clocks;
    this.workflows = workflows;
    this.ledger = ledger;
    this.jdbc = jdbc;
    this.time = time;
  }

  /** Whether acts of this programme are sent: it is being implemented, where the law applies. */
  @Transactional(readOnly = true)
  public boolean applies(Programme programme) {
    return programme.region().equals("BRUSSELS") && implementations.running(programme.id());
  }

  /**
   * The municipality sends an act to the Government, whose time to decide runs from the receipt.
   *
   * @throws org.trame.input.Refusal if the programme is not being implemented, the dates are
   *     impossible, the act was sent before, or its limit has passed already
   */
  public void transmit(String programme, TransmitAct input) {
    lock(programme);
    Programme about = programmes.get(programme);
    LocalDate today = LocalDate.now(time);
    new Check()
        .that(implementations.running(programme), "refusal.supervision.over")
        .that(!input.resolutionOn().isAfter(today), "resolutionOn", "refusal.supervision.future")
        .that(!input.receivedOn().isAfter(today), "receivedOn", "refusal.supervision.future")
        .that(
            !input.receivedOn().isBefore(input.resolutionOn()),
            "receivedOn",
            "refusal.supervision.receivedBefore",
            input.resolutionOn())
        .that(
            acts.of(programme).stream().noneMatch(a -> a.reference().equals(input.reference())),
            "reference",
            "refusal.supervision.sentBefore",
            input.reference())
        .done();
    Rule rule = regimes.law(TABLE, Map.of("region", about.region(), "kind", input.kind().name()));
    String step = rule.string("step");
    LocalDate due = clocks.due(about.regime(), programme, step, input.receivedOn());
    new Check()
        .that(
            !due.isBefore(today),
            "receivedOn",
            "refusal.supervision.limitPassed",
            due,
            source(rule))
        .done();
    LocalDate transmitBy =
        clocks.due(about.regime(), programme, TRANSMISSION_LIMIT, input.resolutionOn());
    long act = acts.insert(programme, input, rule, transmitBy);
    ledger.record(
        programme,
        input.receivedOn().isAfter(transmitBy) ? "act-transmitted-late" : "act-transmitted",
        Map.of(
            "kind", input.kind().name(),
            "reference", input.reference(),
            "title", input.title(),
            "received", input.receivedOn().toString(),
            "transmitBy", transmitBy.toString(),
            "source", rule.source()));
    workflows.start(
        PROCESS, programme, Map.of("regime", about.regime(), "act", act, "limitStep", step));
  }

  /**
   * The Government has the act: its clock starts with the receipt.
   *
   * @param occurrence process instance that waits for the decision
   */
  public void open(long act, String occurrence) {
    SupervisedAct received = acts.get(act);
    Programme about = programmes.get(received.programme());
    acts.timedBy(
        act,
        clocks.start(
            about.regime(), about.id(), received.step(), occurrence, received.receivedOn()));
  }

  /** The administration proposes a decision. */
  public void examine(long act, ExamineAct input) {
    SupervisedAct examined = unanswered(act);
    new Check()
        .that(
            !LocalDate.now(time).isAfter(examined.dueOn()),
            "refusal.supervision.late",
            examined.dueOn(),
            examined.source(Messages.locale()))
        .done();
    acts.proposed(act, input, Actors.current().userId());
    ledger.record(
        examined.programme(),
        "act-examined",
        Map.of("reference", examined.reference(), "proposal", input.proposal().name()));
  }

  /**
   * The Government decides, by a decree that may be written down after it was sent.
   *
   * @throws org.trame.input.Refusal if the act has its answer, the decree was not sent in time,
   *     whoever proposed decides, reasons are missing, or an extension is not allowed
   */
  public void decide(long act, DecideAct input) {
    SupervisedAct awaited = unanswered(act);
    String decider = Actors.current().userId();
    SentDay.check(new Check(), awaited, input.sentOn(), LocalDate.now(time))
        .that(!decider.equals(awaited.proposedBy()), "refusal.supervision.sameAccount")
        .that(
            input.actDecision() == ActDecision.APPROVED || input.decisionMotives() != null,
            "decisionMotives",
            "refusal.supervision.reasons")
        .done();
    if (input.actDecision() == ActDecision.EXTENDED) {
      extend(awaited, input);
      return;
    }
    Assent assent = input.actDecision() == ActDecision.APPROVED ? Assent.EXPLICIT : Assent.REFUSED;
    acts.decided(act, assent, input, decider);
    clocks.meet(clock(awaited), input.sentOn());
    Map<String, Object> details = new HashMap<>();
    details.put("reference", awaited.reference());
    details.put("decree", input.decree());
    details.put("sent", input.sentOn().toString());
    details.put("motives", input.decisionMotives() == null ? "" : input.decisionMotives());
    details.put("source", awaited.source());
    if (assent == Assent.EXPLICIT) {
      ledger.record(awaited.programme(), "act-approved", details);
    } else {
      ledger.record(awaited.programme(), "act-refused", details);
    }
  }

  /** Whether the rule allows it, so much, again and still: the clock says. */
  private void extend(SupervisedAct awaited, DecideAct input) {
    LegalClock clock = clock(awaited);
    Term initial = clock.limit().term();
    int days = input.extensionDays() == null ? initial.amount() : input.extensionDays();
    new Check()
        .that(
            days > 0 && days <= initial.amount(),
            "extensionDays",
            "refusal.supervision.tooLong",
            initial.amount(),
            awaited.source(Messages.locale()))
        .done();
    LegalClock extended =
        clocks.extend(
            clock, new Term(days, initial.unit()), input.sentOn(), input.decisionMotives());
    acts.extended(awaited.id(), input);
    ledger.record(
        awaited.programme(),
        "act-limit-extended",
        Map.of(
            "reference", awaited.reference(),
            "decree", input.decree(),
            "days", days,
            "due", extended.dueOn().toString(),
            "motives", input.decisionMotives()));
  }

  /**
   * No decree is known to have been sent in time: the act is deemed approved on the last day of the
   * limit, and the clock that lapsed is the proof.
   */
  public void lapse(long act) {
    SupervisedAct silent = acts.locked(act);
    if (!LocalDateTime.now(time).isBefore(silent.dueOn().atTime(23, 59, 59))) {
      clocks.miss(clock(silent));
    }
    LegalClock clock = clock(silent);
    if (!silent.awaited() || clock.state() != LegalClock.State.LAPSED) {
      throw new IllegalStateException("The clock of the act " + act + " has not lapsed");
    }
    acts.deemedApproved(act, clock.dueOn());
    ledger.record(
        silent.programme(),
        "act-deemed-approved",
        Map.of(
            "reference", silent.reference(),
            "due", clock.dueOn().toString(),
            "clock", clock.id(),
            "source", clock.source()));
  }

  private SupervisedAct unanswered(long act) {
    SupervisedAct awaited = acts.locked(act);
    new Check()
        .that(
            awaited.awaited(),
            awaited.assent() == Assent.TACIT
                ? "refusal.supervision.deemedApproved"
                : "refusal.supervision.answered",
            awaited.decidedOn(),
            awaited.source(Messages.locale()))
        .done();
    return awaited;
  }

  private static String source(Rule rule) {
    return SupervisedAct.said(rule.source(), rule.string("sourceNl"), Messages.locale());
  }

  private LegalClock clock(SupervisedAct act) {
    return clocks.get(act.clock()).orElseThrow();
  }

  /** Acts of one programme are numbered one after the other. */
  private void lock(String programme) {
    jdbc.sql("select id from trame.programme where id = ? for no key update")
        .param(programme)
        .query(String.class)
        .single();
  }
}
