package org.trame.agreement;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.trame.input.Refusal;
import org.trame.workflow.Workflows;

/** Texts that their drafters take back while they are being signed. */
@Component
@Transactional
public class TextsTakenBack {

  private static final String GIVEN_UP = "AgreementGivenUp";

  private final AgreementStore store;
  private final Signings signings;
  private final AgreementDrafts drafts;
  private final Workflows workflows;

  TextsTakenBack(
      AgreementStore store, Signings signings, AgreementDrafts drafts, Workflows workflows) {
    this.store = store;
    this.signings = signings;
    this.drafts = drafts;
    this.workflows = workflows;
  }

  /**
   * Takes the text back: every signature is void, all are told, and a new draft is open.
   *
   * @throws Refusal if the agreement does not wait for signatures
   */
  public void takeBack(long agreement, TakeTextBack form) {
    reopen(agreement, form.takeBackReason());
    if (!workflows.correlate("AgreementTextTakenBack", Agreement.subject(agreement))) {
      throw Refusal.of("refusal.agreement.notSigning");
    }
  }

  /** The same, where the process knows already that the text goes back to its drafters. */
  public void reopen(long agreement, String reason) {
    signings.takeBack(agreement, reason);
    drafts.reopen(agreement, reason);
  }

  /** The drafters give the text under way up. */
  public void giveUp(long agreement, GiveUpText form) {
    signings.abandon(agreement, form.giveUpReason());
    workflows.correlate(GIVEN_UP, Agreement.subject(agreement));
  }

  /** An agreement is given up because it becomes part of another one (guide P9). */
  public void join(long agreement, long joint, String reason) {
    signings.abandon(agreement, reason);
    store.mergedInto(agreement, joint);
    workflows.correlate(GIVEN_UP, Agreement.subject(agreement));
  }
}
