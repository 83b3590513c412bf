package org.trame.agreement;

import java.util.Map;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.trame.ledger.Ledger;

/** What the drafters do when a signature that is needed was refused. */
@Component("agreementRefusals")
@Transactional
public class Refusals {

  private final Agreements agreements;
  private final TextsTakenBack texts;
  private final Signings signings;
  private final Ledger ledger;

  Refusals(Agreements agreements, TextsTakenBack texts, Signings signings, Ledger ledger) {
    this.agreements = agreements;
    this.texts = texts;
    this.signings = signings;
    this.ledger = ledger;
  }

  /** Decides; the process goes where the decision says. */
  public void decide(long agreement, DecideAfterRefusal form) {
    ledger.record(
        agreements.get(agreement).programme(),
        "agreement-refusal-decided",
        Map.of(
            "agreement", agreement,
            "title", agreements.current(agreement).title(),
            "decision", form.afterRefusal().name(),
            "reason", form.afterRefusalReason()));
    switch (form.afterRefusal()) {
      case REVISE -> texts.reopen(agreement, form.afterRefusalReason());
      case ABANDON -> signings.abandon(agreement, form.afterRefusalReason());
      case MEDIATE -> {
        // The signatures given stand.
      }
    }
  }
}
