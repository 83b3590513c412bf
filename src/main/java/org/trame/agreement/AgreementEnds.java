package org.trame.agreement;

import java.time.LocalDate;
import java.util.Map;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.trame.language.Messages;
import org.trame.ledger.Ledger;

/** Agreements in force that end. */
@Component
@Transactional
public class AgreementEnds {

  private final Agreements agreements;
  private final AgreementStore store;
  private final TextsTakenBack texts;
  private final Messages messages;
  private final Ledger ledger;
  private final ApplicationEventPublisher events;

  AgreementEnds(
      Agreements agreements,
      AgreementStore store,
      TextsTakenBack texts,
      Messages messages,
      Ledger ledger,
      ApplicationEventPublisher events) {
    this.agreements = agreements;
    this.store = store;
    this.texts = texts;
    this.messages = messages;
    this.ledger = ledger;
    this.events = events;
  }

  /** Why an agreement ends: text {@code agreement.end.<name>}. */
  public enum Reason {
    /** Its last day is over. */
    TERM,
    /** Its programme is closed. */
    CLOSING
  }

  /**
   * Ends an agreement in force and tells its parties; nothing happens if it is not. An amendment of
   * it that is drafted or being signed is given up; one that the commission, the council or the
   * Region has before them is dropped when they have decided.
   *
   * @param on first day on which it is not in force
   */
  public void end(long agreement, LocalDate on, Reason reason) {
    store.lock(agreement);
    Agreement about = agreements.get(agreement);
    if (about.state() != Agreement.State.IN_FORCE) {
      return;
    }
    agreements
        .underWay(agreement)
        .filter(v -> v.state() != AgreementVersion.State.READY)
        .ifPresent(
            v -> texts.giveUp(agreement, new GiveUpText(messages.say("agreement.end." + reason))));
    store.state(agreement, Agreement.State.ENDED, on, reason.name());
    ledger.record(
        about.programme(),
        "agreement-ended",
        Map.of("agreement", agreement, "title", about.title(), "reason", reason.name()));
    events.publishEvent(
        new AgreementNews(
            AgreementNews.What.ENDED,
            agreements.get(agreement),
            agreements.content(agreements.inForce(agreement).orElseThrow()).participants().stream()
                .map(Participant::party)
                .toList(),
            null,
            reason.name()));
  }
}
