package org.trame.agreement;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.trame.access.Actors;
import org.trame.input.Refusal;
import org.trame.ledger.Ledger;
import org.trame.party.DelegateMandate;
import org.trame.party.Mandate;
import org.trame.party.Mandates;
import org.trame.party.Parties;
import org.trame.party.Party;
import org.trame.party.Person;
import org.trame.party.Power;

/** Signers who let somebody else of their organisation sign, within their own mandate. */
@Component
@Transactional
public class Delegations {

  private final Agreements agreements;
  private final SignatureActs acts;
  private final Mandates mandates;
  private final Parties parties;
  private final Ledger ledger;
  private final Clock time;

  Delegations(
      Agreements agreements,
      SignatureActs acts,
      Mandates mandates,
      Parties parties,
      Ledger ledger,
      Clock time) {
    this.agreements = agreements;
    this.acts = acts;
    this.mandates = mandates;
    this.parties = parties;
    this.ledger = ledger;
    this.time = time;
  }

  /** The others who act for the organisations whose signature is asked of the current actor. */
  @Transactional(readOnly = true)
  public List<Person> colleagues(long agreement) {
    String account = Actors.current().userId();
    return parties
        .people(acts.mine(agreement).stream().map(Signature::party).distinct().toList())
        .stream()
        .filter(p -> !account.equals(p.account()))
        .toList();
  }

  /**
   * Delegates the power to sign, from today on: never more than the actor's own mandate, with its
   * ceiling.
   *
   * @throws Refusal if the actor's own mandate is not valid for this agreement today, may not be
   *     delegated or ends before, or the person is another organisation's
   */
  public void delegate(long agreement, DelegateSignature form) {
    long number = Long.parseLong(form.onBehalfOf());
    Signature asked =
        acts.mine(agreement).stream()
            .filter(s -> s.party() == number)
            .findFirst()
            .orElseThrow(() -> Refusal.of("refusal.signing.other"));
    AgreementVersion version = agreements.underWay(agreement).orElseThrow();
    LocalDate today = LocalDate.now(time);
    Mandate own =
        acts.mandate(asked, acts.person(asked, Actors.current().userId()), version, today);
    if (own == null) {
      throw Refusal.of("refusal.signing.witness");
    }
    Party party = parties.find(number).orElseThrow();
    mandates.delegateOwn(
        party.id(),
        new DelegateMandate(
            String.valueOf(own.id()),
            form.mandatePerson(),
            own.extent().powers().contains(Power.SIGN),
            own.extent().powers().contains(Power.GIVE_OPINION),
            false,
            today,
            form.validTo(),
            own.extent().ceiling(),
            form.actReference(),
            today,
            false));
    ledger.record(
        agreements.get(agreement).programme(),
        "agreement-delegated",
        Map.of(
            "agreement", agreement,
            "title", version.title(),
            "party", party.frenchName(),
            "person", form.mandatePerson(),
            "until", form.validTo().toString()));
  }
}
