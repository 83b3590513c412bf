package org.trame.commitment;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.trame.agreement.Agreement;
import org.trame.agreement.Agreements;
import org.trame.ledger.Ledger;
import org.trame.party.Parties;

/** Writes down what happens to commitments and lets everybody know. */
@Component
class CommitmentBooks {

  private final Agreements agreements;
  private final Parties parties;
  private final Ledger ledger;
  private final ApplicationEventPublisher events;

  CommitmentBooks(
      Agreements agreements, Parties parties, Ledger ledger, ApplicationEventPublisher events) {
    this.agreements = agreements;
    this.parties = parties;
    this.ledger = ledger;
    this.events = events;
  }

  /** The values every sentence about a commitment has, with those of this one. */
  Map<String, Object> details(Commitment commitment, Object... more) {
    Map<String, Object> details = new HashMap<>();
    details.put("agreement", commitment.agreement());
    details.put("commitment", commitment.text().code());
    details.put("author", name(commitment.text().author()));
    details.put("beneficiary", name(commitment.text().beneficiary()));
    for (int n = 0; n < more.length; n += 2) {
      details.put((String) more[n], more[n + 1]);
    }
    return details;
  }

  String name(long party) {
    return parties.find(party).orElseThrow().frenchName();
  }

  String programme(Commitment commitment) {
    return agreements.get(commitment.agreement()).programme();
  }

  Ledger ledger() {
    return ledger;
  }

  /** Tells one organisation. */
  void tell(
      CommitmentNews.What what,
      Commitment commitment,
      LocalDate dueOn,
      long told,
      long about,
      String reason) {
    publish(what, commitment, dueOn, List.of(told), about, reason);
  }

  /** Tells every organisation of the agreement. */
  void tellAll(
      CommitmentNews.What what, Commitment commitment, LocalDate dueOn, long about, String why) {
    publish(
        what,
        commitment,
        dueOn,
        agreements
            .content(agreements.inForce(commitment.agreement()).orElseThrow())
            .participants()
            .stream()
            .map(p -> p.party())
            .toList(),
        about,
        why);
  }

  private void publish(
      CommitmentNews.What what,
      Commitment commitment,
      LocalDate dueOn,
      List<Long> told,
      long about,
      String reason) {
    Agreement agreement = agreements.get(commitment.agreement());
    events.publishEvent(
        new CommitmentNews(what, commitment, agreement, dueOn, told, about, reason));
  }
}
