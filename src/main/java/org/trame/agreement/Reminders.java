package org.trame.agreement;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.trame.input.Refusal;
import org.trame.ledger.Ledger;

/** Reminders by hand: at most one a day for an agreement, whoever asks. */
@Component
@Transactional
public class Reminders {

  private final Agreements agreements;
  private final AgreementStore store;
  private final Signings signings;
  private final SignatureStore signatures;
  private final SigningNews news;
  private final Ledger ledger;
  private final Clock time;

  Reminders(
      Agreements agreements,
      AgreementStore store,
      Signings signings,
      SignatureStore signatures,
      SigningNews news,
      Ledger ledger,
      Clock time) {
    this.agreements = agreements;
    this.store = store;
    this.signings = signings;
    this.signatures = signatures;
    this.news = news;
    this.ledger = ledger;
    this.time = time;
  }

  /**
   * Reminds everybody whose signature is awaited.
   *
   * @throws Refusal if nobody is awaited, or they were reminded today
   */
  public void remind(long agreement, RemindSigners form) {
    store.lock(agreement);
    AgreementVersion version = agreements.underWay(agreement).orElseThrow();
    LocalDate today = LocalDate.now(time);
    List<Signature> awaited =
        signings.of(version).stream().filter(s -> s.state() == Signature.State.AWAITED).toList();
    if (awaited.isEmpty()) {
      throw Refusal.of("refusal.signing.nobodyAwaited");
    }
    if (awaited.stream().allMatch(s -> today.equals(s.remindedOn()))) {
      throw Refusal.of("refusal.signing.remindedToday");
    }
    signatures.reminded(agreement, version.number(), today);
    Agreement about = agreements.get(agreement);
    awaited.stream().map(Signature::party).distinct().forEach(party -> news.reminded(about, party));
    ledger.record(
        about.programme(),
        "agreement-reminded",
        Map.of(
            "agreement", agreement,
            "title", version.title(),
            "parties", awaited.stream().map(Signature::party).distinct().count()));
  }
}
