package org.trame.agreement.mediation;

import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.trame.access.Actor;
import org.trame.access.Actors;
import org.trame.access.account.Accounts;
import org.trame.agreement.AgreementDrafts;
import org.trame.agreement.AgreementNews;
import org.trame.agreement.AgreementVersion;
import org.trame.agreement.Agreements;
import org.trame.agreement.Participant;
import org.trame.agreement.Signings;
import org.trame.agreement.TextsTakenBack;
import org.trame.input.Check;
import org.trame.input.Refusal;
import org.trame.language.Messages;
import org.trame.ledger.Ledger;
import org.trame.party.Parties;
import org.trame.party.Party;
import org.trame.party.Person;
import org.trame.programme.Programme;
import org.trame.programme.Programmes;

/**
 * Mediations over agreements that are blocked (guide P9). A mediator decides nothing: what is
 * recorded is what the parties came to.
 */
@Component
@Transactional
public class Mediations {

  private final MediationStore store;
  private final Agreements agreements;
  private final AgreementDrafts drafts;
  private final Signings signings;
  private final TextsTakenBack texts;
  private final Parties parties;
  private final Programmes programmes;
  private final Accounts accounts;
  private final Ledger ledger;
  private final Messages messages;
  private final Clock time;

  Mediations(
      MediationStore store,
      Agreements agreements,
      AgreementDrafts drafts,
      Signings signings,
      TextsTakenBack texts,
      Parties parties,
      Programmes programmes,
      Accounts accounts,
      Ledger ledger,
      Messages messages,
      Clock time) {
    this.store = store;
    this.agreements = agreements;
    this.drafts = drafts;
    this.signings = signings;
    this.texts = texts;
    this.parties = parties;
    this.programmes = programmes;
    this.accounts = accounts;
    this.ledger = ledger;
    this.messages = messages;
    this.time = time;
  }

  /** The mediations over an agreement, oldest first. */
  @Transactional(readOnly = true)
  public List<Mediation> of(long agreement) {
    return store.of(agreement);
  }

  /** The mediation that is open. */
  @Transactional(readOnly = true)
  public Optional<Mediation> open(long agreement) {
    return store.of(agreement).stream().filter(m -> m.closedOn() == null).findFirst();
  }

  /** Opens one: a signature was refused, or the signatures were not all given in time. */
  public void begin(long agreement) {
    AgreementVersion version = agreements.underWay(agreement).orElseThrow();
    Mediation.Cause cause =
        version.state() == AgreementVersion.State.REFUSED
            ? Mediation.Cause.REFUSAL
            : Mediation.Cause.DELAY;
    store.open(agreement, version.number(), cause, LocalDate.now(time));
    record(agreement, "mediation-opened", Map.of("cause", cause.name()));
    signings.tell(agreement, AgreementNews.What.MEDIATION_OPENED, version.title());
  }

  /** Who could mediate: people of the place whose organisations do not take part. */
  @Transactional(readOnly = true)
  public List<Person> candidates(long agreement) {
    Programme programme = programmes.get(agreements.get(agreement).programme());
    List<Long> taking =
        agreements.content(agreements.underWay(agreement).orElseThrow()).participants().stream()
            .map(Participant::party)
            .toList();
    List<Person> bound = parties.people(taking);
    return parties
        .people(
            parties.at(programme.nis(), programme.region()).stream()
                .map(Party::id)
                .filter(id -> !taking.contains(id))
                .toList())
        .stream()
        .filter(p -> bound.stream().noneMatch(b -> same(b, p)) && !official(p, programme))
        .toList();
  }

  /** A mediator acts for none of the organisations, under whatever name. */
  private static boolean same(Person one, Person other) {
    return one.mail().equalsIgnoreCase(other.mail())
        || (one.account() != null && one.account().equals(other.account()));
  }

  /** Nor has he a part in the programme. */
  private boolean official(Person person, Programme programme) {
    return Optional.ofNullable(person.account())
        .flatMap(accounts::find)
        .filter(a -> Programmes.mayRead(a, programme))
        .isPresent();
  }

  /**
   * Names the mediator, or ends the mediation because the parties accept none.
   *
   * @return where the process goes if there is no mediator, or empty
   * @throws Refusal if nobody is named; the form takes third parties only
   */
  public Optional<String> name(long agreement, NameMediator form) {
    Mediation mediation = open(agreement).orElseThrow();
    if (form.mediatorFound() != MediatorFound.NAMED) {
      boolean given = form.mediatorFound() == MediatorFound.NONE_ABANDON;
      MediationOutcome outcome = given ? MediationOutcome.ABANDONED : MediationOutcome.CHANGED;
      end(mediation, outcome, form.mediatorConsent(), null, null);
      return Optional.of(outcome.next());
    }
    new Check().that(form.mediator() != null, "mediator", "refusal.mediation.nobody").done();
    long number = Long.parseLong(form.mediator());
    Person person =
        candidates(agreement).stream().filter(p -> p.id() == number).findFirst().orElseThrow();
    store.name(mediation.id(), person.id(), form.mediatorConsent(), LocalDate.now(time));
    record(
        agreement,
        "mediator-named",
        Map.of(
            "person", person.id(),
            "party", person.party(),
            "consent", form.mediatorConsent()));
    signings.tell(agreement, AgreementNews.What.MEDIATOR_NAMED, person.name());
    return Optional.empty();
  }

  /**
   * Records what came of the mediation; the process goes where it says.
   *
   * @return where the process goes
   * @throws Refusal if the current actor is neither the mediator nor a coordinator, or an outcome
   *     lacks what it needs
   */
  public String close(long agreement, RecordMediation form) {
    Mediation mediation = open(agreement).orElseThrow();
    Actor actor = Actors.current();
    MediationOutcome outcome = form.mediationResult();
    new Check()
        .that(
            actor.userId().equals(mediation.mediatorAccount())
                || agreements.drives(actor, agreements.get(agreement)),
            "refusal.mediation.notYours")
        .that(
            (outcome == MediationOutcome.PARTNER_LEAVES) == (form.leavingParty() != null),
            "leavingParty",
            outcome == MediationOutcome.PARTNER_LEAVES
                ? "refusal.mediation.whoLeaves"
                : "refusal.mediation.nobodyLeaves")
        .that(
            (outcome == MediationOutcome.JOINT_PROJECT) == (form.joinedAgreement() != null),
            "joinedAgreement",
            outcome == MediationOutcome.JOINT_PROJECT
                ? "refusal.mediation.whichJoins"
                : "refusal.mediation.noneJoins")
        .done();
    Long leaving = form.leavingParty() == null ? null : Long.valueOf(form.leavingParty());
    Long joined = form.joinedAgreement() == null ? null : Long.valueOf(form.joinedAgreement());
    end(mediation, outcome, form.mediationWords(), leaving, joined);
    return outcome.next();
  }

  private void end(
      Mediation mediation, MediationOutcome outcome, String words, Long leaving, Long joined) {
    long agreement = mediation.agreement();
    shut(mediation, outcome, words, leaving, joined);
    switch (outcome) {
      case SIGNED -> {
        // The process asks those who refused again.
      }
      case CHANGED -> texts.reopen(agreement, words);
      case PARTNER_LEAVES -> {
        texts.reopen(agreement, words);
        drafts.withoutParty(agreement, leaving);
      }
      case JOINT_PROJECT -> {
        texts.reopen(agreement, words);
        drafts.absorb(agreement, joined);
        open(joined).ifPresent(other -> shut(other, MediationOutcome.ABANDONED, words, null, null));
        texts.join(joined, agreement, words);
      }
      case ABANDONED -> signings.abandon(agreement, words);
    }
  }

  private void shut(
      Mediation mediation, MediationOutcome outcome, String words, Long leaving, Long joined) {
    store.close(mediation.id(), outcome, words, leaving, joined, LocalDate.now(time));
    Map<String, Object> details = new HashMap<>();
    details.put("outcome", outcome.name());
    details.put("words", words);
    if (leaving != null) {
      details.put("party", leaving);
    }
    if (joined != null) {
      details.put("joined", joined);
    }
    record(mediation.agreement(), "mediation-closed", details);
    signings.tell(mediation.agreement(), AgreementNews.What.MEDIATION_CLOSED, words);
  }

  /** While somebody mediates, the last signature may come, or the text may be given up. */
  @EventListener
  void settled(AgreementNews news) {
    if (news.what() == AgreementNews.What.IN_FORCE || news.what() == AgreementNews.What.GIVEN_UP) {
      open(news.agreement().id())
          .ifPresent(
              m -> {
                boolean signed = news.what() == AgreementNews.What.IN_FORCE;
                shut(
                    m,
                    signed ? MediationOutcome.SIGNED : MediationOutcome.ABANDONED,
                    signed ? messages.say("mediation.allSigned") : news.reason(),
                    null,
                    null);
              });
    }
  }

  private void record(long agreement, String act, Map<String, Object> details) {
    Map<String, Object> all = new HashMap<>(details);
    all.put("agreement", agreement);
    all.put("title", agreements.get(agreement).title());
    ledger.record(agreements.get(agreement).programme(), act, all);
  }
}
