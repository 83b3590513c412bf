package org.trame.agreement;

import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.trame.access.Actor;
import org.trame.access.Actors;
import org.trame.access.account.Accounts;
import org.trame.document.Documents;
import org.trame.input.Check;
import org.trame.input.Refusal;
import org.trame.language.Messages;
import org.trame.ledger.Ledger;
import org.trame.party.Mandate;
import org.trame.party.Mandates;
import org.trame.party.Parties;
import org.trame.party.Party;
import org.trame.party.Person;
import org.trame.party.Power;
import org.trame.workflow.Workflows;

/** What a party says of an agreement: it signs, on screen or on paper, reserves or refuses. */
@Component
@Transactional
public class SignatureActs {

  private final Signings signings;
  private final Agreements agreements;
  private final AgreementStore store;
  private final SignatureStore signatures;
  private final SigningNews news;
  private final Mandates mandates;
  private final Parties parties;
  private final Accounts accounts;
  private final Documents documents;
  private final Workflows workflows;
  private final Ledger ledger;
  private final Clock time;

  SignatureActs(
      Signings signings,
      Agreements agreements,
      AgreementStore store,
      SignatureStore signatures,
      SigningNews news,
      Mandates mandates,
      Parties parties,
      Accounts accounts,
      Documents documents,
      Workflows workflows,
      Ledger ledger,
      Clock time) {
    this.signings = signings;
    this.agreements = agreements;
    this.store = store;
    this.signatures = signatures;
    this.news = news;
    this.mandates = mandates;
    this.parties = parties;
    this.accounts = accounts;
    this.documents = documents;
    this.workflows = workflows;
    this.ledger = ledger;
    this.time = time;
  }

  /**
   * What the actor's organisations are, were or will be asked to sign of the last version sent out:
   * who comes too early or too late is told so.
   */
  @Transactional(readOnly = true)
  public List<Signature> own(long agreement) {
    List<Long> own = parties.of(Actors.current().userId()).stream().map(Party::id).toList();
    return own.isEmpty()
        ? List.of()
        : signings.lastAsked(agreement).stream().filter(s -> own.contains(s.party())).toList();
  }

  /** The signatures of this agreement that the current actor's organisations are asked now. */
  @Transactional(readOnly = true)
  public List<Signature> mine(long agreement) {
    return own(agreement).stream().filter(s -> s.state() == Signature.State.AWAITED).toList();
  }

  /**
   * Signs in Trame.
   *
   * @throws Refusal if the password is wrong, the text is not the one that was shown, there is no
   *     valid mandate today, the actor has signed already, or it is not the organisation's turn
   */
  public void sign(long agreement, SignElectronically form) {
    Actor actor = Actors.current();
    Signature asked = signings.awaitedOf(agreement, Long.parseLong(form.onBehalfOf()));
    AgreementVersion version = sameText(agreement, form.shownSha256());
    if (!accounts.confirms(actor.userId(), form.password())) {
      throw Refusal.at("password", "refusal.signing.password");
    }
    Person person = person(asked, actor.userId());
    LocalDate today = LocalDate.now(time);
    Mandate mandate = mandate(asked, person, version, today);
    once(asked, person);
    give(
        asked,
        version,
        new SignatureStore.Given(
            Signature.Mode.ELECTRONIC,
            person,
            mandate == null ? null : mandate.id(),
            today,
            time.instant().truncatedTo(ChronoUnit.MICROS),
            version.sha256(),
            null,
            null,
            null,
            null,
            actor.userId()));
  }

  /** Writes down a signature that counts at once, ends its task, and asks the next. */
  void give(Signature asked, AgreementVersion version, SignatureStore.Given given) {
    signatures.given(asked.id(), given, Signature.State.SIGNED);
    recordSigned(asked, version, given);
    end(asked);
    signings.advance(asked.agreement());
  }

  private void recordSigned(Signature asked, AgreementVersion version, SignatureStore.Given given) {
    Map<String, Object> details = new HashMap<>();
    details.put("agreement", asked.agreement());
    details.put("title", version.title());
    details.put("version", asked.version());
    details.put("party", parties.find(asked.party()).orElseThrow().frenchName());
    details.put("capacity", asked.capacity().name());
    details.put("mode", given.mode().name());
    details.put("person", given.person().id());
    details.put("mandate", given.mandate() == null ? "–" : given.mandate());
    details.put("hash", given.sha256());
    if (given.certificate() != null) {
      details.put("certificate", given.certificate());
    }
    ledger.record(programme(asked.agreement()), "agreement-signed", details);
  }

  /**
   * Writes down a signature on paper; it counts once somebody else has confirmed it.
   *
   * @throws Refusal also if the day is to come or before the text was sent for signing, or the
   *     person does not act for the organisation
   */
  public void signOnPaper(long agreement, SignOnPaper form) {
    Signature asked = signings.awaitedOf(agreement, Long.parseLong(form.awaitedParty()));
    AgreementVersion version = sameText(agreement, form.shownSha256());
    Person person =
        parties.people(asked.party()).stream()
            .filter(p -> p.id() == Long.parseLong(form.paperSigner()))
            .findFirst()
            .orElseThrow(() -> Refusal.at("paperSigner", "refusal.signing.notOfParty"));
    LocalDate frozen =
        version.frozenAt().atZone(org.trame.workflow.TrameClock.BRUSSELS).toLocalDate();
    documents.uploaded(programme(agreement), form.scan(), "scan");
    noSilence(asked);
    new Check()
        .that(asked.state() == Signature.State.AWAITED, "awaitedParty", "refusal.signing.toConfirm")
        .that(
            !form.paperSignedOn().isAfter(LocalDate.now(time)),
            "paperSignedOn",
            "refusal.signing.future")
        .that(
            !form.paperSignedOn().isBefore(frozen),
            "paperSignedOn",
            "refusal.signing.beforeText",
            frozen)
        .done();
    Mandate mandate = mandate(asked, person, version, form.paperSignedOn());
    once(asked, person);
    String by = Actors.current().userId();
    signatures.given(
        asked.id(),
        new SignatureStore.Given(
            Signature.Mode.PAPER,
            person,
            mandate == null ? null : mandate.id(),
            form.paperSignedOn(),
            time.instant().truncatedTo(ChronoUnit.MICROS),
            version.sha256(),
            form.scan(),
            null,
            null,
            null,
            by),
        Signature.State.TO_CONFIRM);
    ledger.record(
        programme(agreement),
        "agreement-paper-entered",
        Map.of(
            "agreement", agreement,
            "version", asked.version(),
            "party", parties.find(asked.party()).orElseThrow().frenchName(),
            "on", form.paperSignedOn().toString(),
            "document", form.scan()));
    end(asked);
  }

  /**
   * A second person says whether the scan shows what was written down.
   *
   * @return whether it does
   * @throws Refusal if whoever wrote it down or signed confirms it, or a doubt has no words
   */
  public boolean confirm(long signature, ConfirmPaperSignature form) {
    Signature entered = signings.awaited(signature);
    String by = Actors.current().userId();
    Person signer =
        parties.people(entered.party()).stream()
            .filter(p -> p.id() == entered.person())
            .findFirst()
            .orElseThrow();
    new Check()
        .that(!by.equals(entered.enteredBy()), "refusal.signing.samePerson")
        .that(!by.equals(signer.account()), "refusal.signing.ownSignature")
        .that(
            form.paperConfirmed() || form.paperDoubt() != null,
            "paperDoubt",
            "refusal.signing.doubt")
        .done();
    if (!form.paperConfirmed()) {
      signatures.unconfirmed(signature);
      ledger.record(
          programme(entered.agreement()),
          "agreement-paper-doubted",
          Map.of(
              "agreement", entered.agreement(),
              "party", parties.find(entered.party()).orElseThrow().frenchName(),
              "reason", form.paperDoubt()));
      return false;
    }
    signatures.confirmed(signature, by, time.instant().truncatedTo(ChronoUnit.MICROS));
    AgreementVersion version = agreements.underWay(entered.agreement()).orElseThrow();
    recordSigned(
        entered,
        version,
        new SignatureStore.Given(
            Signature.Mode.PAPER,
            signer,
            entered.mandate(),
            entered.signedOn(),
            entered.signedAt(),
            entered.sha256(),
            entered.document(),
            null,
            null,
            null,
            by));
    signings.advance(entered.agreement());
    return true;
  }

  /**
   * Refuses to sign: the drafters and all parties are told why.
   *
   * @throws Refusal if there is no valid mandate today, or it is not the organisation's turn
   */
  public void refuse(long agreement, RefuseSignature form) {
    Actor actor = Actors.current();
    Signature asked = signings.awaitedOf(agreement, Long.parseLong(form.onBehalfOf()));
    AgreementVersion version = agreements.underWay(agreement).orElseThrow();
    Person person = person(asked, actor.userId());
    mandate(asked, person, version, LocalDate.now(time));
    signatures.refused(
        asked.id(), person, form.refusalReason(), LocalDate.now(time), actor.userId());
    ledger.record(
        programme(agreement),
        "agreement-refused",
        Map.of(
            "agreement", agreement,
            "title", version.title(),
            "version", asked.version(),
            "party", parties.find(asked.party()).orElseThrow().frenchName(),
            "reason", form.refusalReason()));
    news.refused(agreements.get(agreement), version, asked.party(), form.refusalReason());
    end(asked);
    signings.advance(agreement);
  }

  /** Makes a reservation that will stand with the signature. */
  public void reserve(long agreement, MakeReservation form) {
    Signature asked = signings.awaitedOf(agreement, Long.parseLong(form.onBehalfOf()));
    person(asked, Actors.current().userId());
    String on = form.reservedOn() == null ? "" : form.reservedOn();
    signatures.reserve(
        asked.id(),
        on.startsWith("clause-") ? Integer.valueOf(on.substring("clause-".length())) : null,
        on.startsWith("action-") ? on.substring("action-".length()) : null,
        form.reservationWords(),
        Actors.current().userId());
    ledger.record(
        programme(agreement),
        "agreement-reserved",
        Map.of(
            "agreement",
            agreement,
            "version",
            asked.version(),
            "party",
            parties.find(asked.party()).orElseThrow().frenchName(),
            "on",
            on.isEmpty() ? "–" : on));
  }

  /** Takes a reservation back, as long as the signature is not given. */
  public void withdrawReservation(long agreement, RemoveRow row) {
    List<Long> own = mine(agreement).stream().map(Signature::id).toList();
    long id = row.id() != null && row.id().matches("\\d{1,18}") ? Long.parseLong(row.id()) : -1;
    AgreementVersion version = agreements.underWay(agreement).orElseThrow();
    signings.reservations(version).stream()
        .filter(r -> r.id() == id && own.contains(r.signature()))
        .findFirst()
        .orElseThrow(() -> Refusal.of("refusal.signing.reservation"));
    signatures.removeReservation(id);
  }

  /** The text that is signed now, if it is the one that was shown. */
  AgreementVersion sameText(long agreement, String shown) {
    AgreementVersion version = agreements.underWay(agreement).orElseThrow();
    if (version.sha256() == null || !version.sha256().equals(shown)) {
      throw Refusal.of("refusal.signing.changed", version.number());
    }
    return version;
  }

  /** The process of an assent by silence has no one to compare a scan. */
  private void noSilence(Signature asked) {
    SigningGroup group =
        store.content(agreements.underWay(asked.agreement()).orElseThrow()).group(asked.group());
    if (group.silence() != null) {
      throw Refusal.at("awaitedParty", "refusal.signing.noPaper");
    }
  }

  Person person(Signature asked, String account) {
    return parties.people(asked.party()).stream()
        .filter(p -> account.equals(p.account()))
        .findFirst()
        .orElseThrow(
            () ->
                Refusal.of(
                    "refusal.mandate.none",
                    parties.find(asked.party()).orElseThrow().name(Messages.locale())));
  }

  /** The mandate by which somebody answers; a witness needs none. */
  Mandate mandate(Signature asked, Person person, AgreementVersion version, LocalDate on) {
    return switch (asked.capacity()) {
      case SIGNATORY -> mandates.valid(person, asked.party(), Power.SIGN, on, version.amount());
      case ENDORSER -> mandates.valid(person, asked.party(), Power.GIVE_OPINION, on, null);
      case WITNESS -> null;
    };
  }

  /** Nobody signs for two parties, nor twice for one. */
  void once(Signature asked, Person person) {
    if (signatures.signedBefore(asked, person)) {
      throw Refusal.of("refusal.signing.twice");
    }
  }

  /** The task is done on the page: it ends with what was said there. */
  private void end(Signature asked) {
    Actor actor = Actors.current();
    String subject = Agreement.subject(asked.agreement());
    if (!workflows.complete(actor, subject, Signings.TASK, Signings.SIGNATURE, asked.id())) {
      workflows.complete(actor, subject, Signings.ENDORSE, Signings.SIGNATURE, asked.id());
    }
  }

  private String programme(long agreement) {
    return agreements.get(agreement).programme();
  }
}
