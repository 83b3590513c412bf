package org.trame.supervision;

import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.trame.access.Actors;
import org.trame.deadline.Assent;
import org.trame.deadline.Clocks;
import org.trame.deadline.LegalClock;
import org.trame.input.Check;
import org.trame.ledger.Ledger;

/**
 * Decrees that were sent on the last day or before and are written down after the act was deemed
 * approved: the sending is what counts (ordinance of 14 May 1998, art. 4, 3°, numac 1998031259), so
 * there was no silence.
 */
@Component
@Transactional
public class FoundDecrees {

  private final SupervisedActs acts;
  private final Clocks clocks;
  private final Ledger ledger;
  private final Clock time;

  FoundDecrees(SupervisedActs acts, Clocks clocks, Ledger ledger, Clock time) {
    this.acts = acts;
    this.clocks = clocks;
    this.ledger = ledger;
    this.time = time;
  }

  /** The acts of a programme that are deemed approved, oldest first. */
  @Transactional(readOnly = true)
  public List<SupervisedAct> tacit(String programme) {
    return acts.of(programme).stream().filter(a -> a.assent() == Assent.TACIT).toList();
  }

  /**
   * Puts a silence right: the act has the answer of the decree, and its clock was met.
   *
   * @throws org.trame.input.Refusal if the act is not deemed approved, the decree was not sent in
   *     time, whoever proposed decides, or reasons are missing
   */
  public void record(String programme, RecordDecree input) {
    SupervisedAct silent =
        acts.locked(
            acts.of(programme).stream()
                .filter(a -> a.reference().equals(input.tacitAct()))
                .findFirst()
                .orElseThrow()
                .id());
    new Check()
        .that(
            silent.assent() == Assent.TACIT,
            "tacitAct",
            "refusal.supervision.notTacit",
            silent.reference())
        .done();
    String decider = Actors.current().userId();
    boolean approved = input.decreeDecision() == DecreeDecision.APPROVED;
    LocalDate today = LocalDate.now(time);
    SentDay.check(new Check(), silent, input.sentOn(), today)
        .that(!decider.equals(silent.proposedBy()), "refusal.supervision.sameAccount")
        .that(
            approved || input.decisionMotives() != null,
            "decisionMotives",
            "refusal.supervision.reasons")
        .done();
    LegalClock met = clocks.putRight(clocks.get(silent.clock()).orElseThrow(), input.sentOn());
    Assent assent = approved ? Assent.EXPLICIT : Assent.REFUSED;
    acts.putRight(silent.id(), assent, input, decider);
    ledger.record(
        programme,
        "act-tacit-put-right",
        Map.of(
            "reference", silent.reference(),
            "clock", String.valueOf(met.id()),
            "due", met.dueOn().toString(),
            "decree", input.decree(),
            "sent", input.sentOn().toString(),
            "explanation", input.sendingProof(),
            "source", silent.source()));
    Map<String, Object> details = new HashMap<>();
    details.put("reference", silent.reference());
    details.put("decree", input.decree());
    details.put("sent", input.sentOn().toString());
    details.put("motives", input.decisionMotives() == null ? "" : input.decisionMotives());
    details.put("source", silent.source());
    if (approved) {
      ledger.record(programme, "act-approved", details);
    } else {
      ledger.record(programme, "act-refused", details);
    }
  }
}
