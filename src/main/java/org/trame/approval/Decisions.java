package org.trame.approval;

import java.sql.Date;
import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.trame.access.Actors;
import org.trame.deadline.Clocks;
import org.trame.implementation.Implementations;
import org.trame.input.Check;
import org.trame.input.Refusal;
import org.trame.ledger.Ledger;
import org.trame.programme.Contents;

/** Proposal of the administration and decision of the Government. */
@Component
@Transactional
public class Decisions {

  private final JdbcClient jdbc;
  private final Dossiers dossiers;
  private final Contents contents;
  private final Implementations implementations;
  private final Clocks clocks;
  private final Ledger ledger;
  private final Clock time;

  Decisions(
      JdbcClient jdbc,
      Dossiers dossiers,
      Contents contents,
      Implementations implementations,
      Clocks clocks,
      Ledger ledger,
      Clock time) {
    this.jdbc = jdbc;
    this.dossiers = dossiers;
    this.contents = contents;
    this.implementations = implementations;
    this.clocks = clocks;
    this.ledger = ledger;
    this.time = time;
  }

  /** The administration proposes a decision. */
  public void propose(String programme, ProposeDecision proposal) {
    Dossier dossier = dossiers.current(programme);
    jdbc.sql(
            "update trame.approval_dossier set proposal = ?, proposal_motives = ?, proposed_by = ?"
                + " where id = ?")
        .params(
            proposal.proposal().name(),
            proposal.proposalMotives(),
            Actors.current().userId(),
            dossier.id())
        .update();
    ledger.record(
        programme,
        "approval-proposed",
        Map.of("dossier", dossier.number(), "proposal", proposal.proposal().name()));
  }

  /** Actions left out of the approval, with the reason of each. */
  @Transactional(readOnly = true)
  public Map<String, String> exclusions(Dossier dossier) {
    Map<String, String> reasons = new LinkedHashMap<>();
    jdbc.sql(
            "select action, reason from trame.approval_exclusion where dossier = ? order by action")
        .param(dossier.id())
        .query(
            row -> {
              reasons.put(row.getString(1), row.getString(2));
            });
    return reasons;
  }

  /** Leaves an action out of the approval, or gives another reason for it. */
  public void exclude(String programme, ExcludeAction input) {
    jdbc.sql(
            "insert into trame.approval_exclusion (dossier, programme, action, reason) values (?,"
                + " ?, ?, ?) on conflict (dossier, action) do update set reason = excluded.reason")
        .params(dossiers.current(programme).id(), programme, input.action(), input.reason())
        .update();
    ledger.record(programme, "approval-action-excluded", Map.of("action", input.action()));
  }

  /** Takes an action back in. */
  public void include(String programme, String action) {
    int removed =
        jdbc.sql("delete from trame.approval_exclusion where dossier = ? and action = ?")
            .params(dossiers.current(programme).id(), action)
            .update();
    if (removed == 0) {
      throw Refusal.of("refusal.approval.notExcluded", action);
    }
    ledger.record(programme, "approval-action-included", Map.of("action", action));
  }

  /**
   * The Government decides. An approval puts the version in force and, the first time, starts the
   * implementation.
   *
   * @throws Refusal if whoever proposed decides, a partial approval leaves nothing or everything
   *     out, or another decision leaves an action out
   */
  public void decide(String programme, DecideApproval input) {
    Dossier dossier = dossiers.current(programme);
    Map<String, String> excluded = exclusions(dossier);
    boolean inPart = input.decision() == ApprovalOutcome.APPROVED_IN_PART;
    int actions = contents.version(programme, dossier.version()).actions().size();
    String decider = Actors.current().userId();
    new Check()
        .that(!decider.equals(dossier.proposedBy()), "refusal.approval.sameAccount")
        .that(!inPart || !excluded.isEmpty(), "decision", "refusal.approval.nothingExcluded")
        .that(
            !inPart || excluded.size() < actions, "decision", "refusal.approval.everythingExcluded")
        .that(
            input.decision() != ApprovalOutcome.APPROVED || excluded.isEmpty(),
            "decision",
            "refusal.approval.stillExcluded",
            String.join(", ", excluded.keySet()))
        .done();
    LocalDate today = LocalDate.now(time);
    jdbc.sql(
            "update trame.approval_dossier set outcome = ?, motives = ?, decided_by = ?, decided_on"
                + " = ? where id = ?")
        .params(
            input.decision().name(), input.motives(), decider, Date.valueOf(today), dossier.id())
        .update();
    clocks.open(programme, Dossiers.DECISION_LIMIT, Clocks.WHOLE_PROGRAMME).ifPresent(clocks::meet);
    record(programme, dossier, input.decision(), excluded);
    if (input.decision() != ApprovalOutcome.REFUSED) {
      contents.approve(programme, dossier.version(), excluded);
      implementations.begin(programme, today);
    }
  }

  private void record(
      String programme, Dossier dossier, ApprovalOutcome outcome, Map<String, String> excluded) {
    Map<String, Object> details =
        Map.of(
            "dossier", dossier.number(),
            "version", dossier.version(),
            "excluded", String.join(", ", excluded.keySet()));
    switch (outcome) {
      case APPROVED -> ledger.record(programme, "approval-approved", details);
      case APPROVED_IN_PART -> ledger.record(programme, "approval-approved-in-part", details);
      case REFUSED -> ledger.record(programme, "approval-refused", details);
    }
  }
}
