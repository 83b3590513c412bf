package org.trame.implementation;

import java.util.Map;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.trame.input.Check;
import org.trame.input.Refusal;
import org.trame.ledger.Ledger;
import org.trame.workflow.Workflows;

/** Requests of the municipality to change its programme while it is implemented. */
@Component
@Transactional
public class AmendmentRequests {

  private static final String MESSAGE = "AmendmentRequested";
  private static final String PROCESS = "Amendment";

  private final Implementations implementations;
  private final Workflows workflows;
  private final Ledger ledger;

  AmendmentRequests(Implementations implementations, Workflows workflows, Ledger ledger) {
    this.implementations = implementations;
    this.workflows = workflows;
    this.ledger = ledger;
  }

  /** Whether an amendment is under way. */
  @Transactional(readOnly = true)
  public boolean underWay(String programme) {
    return workflows.runs(PROCESS, programme);
  }

  /**
   * The municipality asks to change its programme.
   *
   * @throws org.trame.input.Refusal if an amendment is under way, or the implementation is over
   */
  public void request(String programme, RequestAmendment input) {
    implementations.lock(programme);
    new Check()
        .that(!underWay(programme), "refusal.amendment.underWay")
        .that(implementations.running(programme), "refusal.amendment.over")
        .done();
    ledger.record(programme, "amendment-requested", Map.of("reason", input.reason()));
    if (!workflows.correlate(MESSAGE, programme)) {
      throw Refusal.of("refusal.amendment.over");
    }
  }
}
