package org.trame.approval;

import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.trame.deadline.Clocks;
import org.trame.ledger.Ledger;
import org.trame.programme.ChangeRules;
import org.trame.programme.Completeness;
import org.trame.programme.Contents;

/** While the municipality answers: the Region's clock stands still, the programme may change. */
@Component
@Transactional
public class Answers {

  /** Event that suspends the limits whose rule names it. */
  private static final String REMARKS_SENT = "remarks-sent";

  private final JdbcClient jdbc;
  private final Dossiers dossiers;
  private final Remarks remarks;
  private final Contents contents;
  private final ChangeRules changes;
  private final Completeness completeness;
  private final Clocks clocks;
  private final Ledger ledger;

  Answers(
      JdbcClient jdbc,
      Dossiers dossiers,
      Remarks remarks,
      Contents contents,
      ChangeRules changes,
      Completeness completeness,
      Clocks clocks,
      Ledger ledger) {
    this.jdbc = jdbc;
    this.dossiers = dossiers;
    this.remarks = remarks;
    this.contents = contents;
    this.changes = changes;
    this.completeness = completeness;
    this.clocks = clocks;
    this.ledger = ledger;
  }

  /** Answers are awaited: what the rules say stands still meanwhile does. */
  public void await(String programme) {
    clocks.happened(programme, REMARKS_SENT);
  }

  /**
   * The municipality has answered; what it changed in the programme becomes a version.
   *
   * @return whether the council has to vote again
   * @throws org.trame.input.Refusal naming the remarks without answer, or what the programme lacks
   */
  public boolean send(String programme) {
    remarks.checkAnswered(programme);
    completeness.of(contents.draft(programme)).refuse();
    Dossier dossier = dossiers.current(programme);
    int version = dossier.version();
    if (!contents.draftSince(programme, version).isEmpty()) {
      version = contents.freeze(programme, "remarks");
      jdbc.sql("update trame.approval_dossier set version = ? where id = ?")
          .params(version, dossier.id())
          .update();
    }
    ledger.record(
        programme, "approval-answers-sent", Map.of("round", dossier.round(), "version", version));
    return needsVote(programme, dossier.votedVersion(), version);
  }

  private boolean needsVote(String programme, int voted, int version) {
    if (voted == version) {
      return false;
    }
    ChangeRules.Revote revote = changes.revote(programme, voted, version);
    if (revote.needed()) {
      ledger.record(
          programme,
          "approval-new-vote",
          Map.of("reason", revote.reason(), "source", revote.source()));
    }
    return revote.needed();
  }

  /**
   * The examination goes on, in the next round and with the rest of its time.
   *
   * @param voted whether the council has voted the changed programme
   */
  public void resume(String programme, boolean voted) {
    clocks.ceased(programme, REMARKS_SENT);
    jdbc.sql("update trame.approval_dossier set round = round + 1 where id = ?")
        .param(dossiers.current(programme).id())
        .update();
    if (voted) {
      jdbc.sql("update trame.approval_dossier set voted_version = version where id = ?")
          .param(dossiers.current(programme).id())
          .update();
    }
  }
}
