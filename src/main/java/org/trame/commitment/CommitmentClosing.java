package org.trame.commitment;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.trame.agreement.Agreement;
import org.trame.agreement.AgreementEnds;
import org.trame.agreement.Agreements;
import org.trame.deadline.Clocks;
import org.trame.deadline.LegalClock;
import org.trame.input.Violation;
import org.trame.programme.EndsWithProgramme;

/**
 * A programme is closed once its agreements are concluded or given up and nothing that was due
 * waits for an answer whose time still runs; the agreements in force end with it.
 */
@Component
@Transactional
class CommitmentClosing implements EndsWithProgramme {

  private static final String CONFIRMATION = "commitment-confirmation";

  private final Agreements agreements;
  private final AgreementEnds ends;
  private final Commitments commitments;
  private final FollowUps followUps;
  private final Clocks clocks;
  private final Clock time;

  CommitmentClosing(
      Agreements agreements,
      AgreementEnds ends,
      Commitments commitments,
      FollowUps followUps,
      Clocks clocks,
      Clock time) {
    this.agreements = agreements;
    this.ends = ends;
    this.commitments = commitments;
    this.followUps = followUps;
    this.clocks = clocks;
    this.time = time;
  }

  @Override
  public List<Violation> obstacles(String programme) {
    List<Violation> obstacles = new ArrayList<>();
    List<Agreement> all = agreements.of(programme);
    for (Agreement a : all) {
      if (a.state() == Agreement.State.OPEN || agreements.underWay(a.id()).isPresent()) {
        obstacles.add(Violation.at("", "refusal.closing.agreement", a.title()));
      }
    }
    List<Commitment> promised = commitments.of(all.stream().map(Agreement::id).toList());
    Map<Long, List<Occurrence>> due =
        commitments.occurrences(promised.stream().map(Commitment::id).toList());
    for (Commitment c : promised) {
      for (Occurrence o : due.getOrDefault(c.id(), List.of())) {
        if (waits(c, o)) {
          obstacles.add(
              Violation.at(
                  "",
                  "refusal.closing.commitment",
                  c.text().code(),
                  agreements.get(c.agreement()).title(),
                  o.dueOn()));
        }
      }
    }
    return obstacles;
  }

  /** A beneficiary who let his time pass keeps nobody from closing: it stays unconfirmed. */
  private boolean waits(Commitment commitment, Occurrence o) {
    boolean overdue = o.state() == Occurrence.State.DUE && o.dueOn().isBefore(LocalDate.now(time));
    boolean confirming =
        o.toConfirm()
            && clocks.openOf(List.of(commitment.subject())).stream()
                .anyMatch(
                    c -> c.step().equals(CONFIRMATION) && c.state() == LegalClock.State.RUNNING);
    return overdue || confirming || o.toAnswer();
  }

  @Override
  public void end(String programme) {
    List<Long> all = agreements.of(programme).stream().map(Agreement::id).toList();
    all.forEach(id -> ends.end(id, LocalDate.now(time), AgreementEnds.Reason.CLOSING));
    commitments.of(all).forEach(followUps::withdrawAll);
  }
}
