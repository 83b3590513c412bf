package org.trame.agreement;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.trame.deadline.Clocks;
import org.trame.deadline.LegalClock;
import org.trame.input.Check;
import org.trame.input.Refusal;
import org.trame.ledger.Ledger;
import org.trame.programme.Programmes;
import org.trame.workflow.Workflows;

/**
 * The course of the signatures of a version: who is asked when, when enough have signed, what a
 * refusal does. Whoever changes it holds the row of the agreement, so that of two who sign at once
 * the second sees the first.
 */
@Component
@Transactional
public class Signings {

  /** Process variable: number of the signature. */
  public static final String SIGNATURE = "signature";

  static final String TASK = "Task_Sign";
  static final String ENDORSE = "Task_Endorse";
  static final String CONFIRM = "Task_ConfirmPaperSignature";

  /** Step of the time limits: all signatures of a version. */
  private static final String LIMIT = "agreement-signing";

  private static final String PROCESS = "Signature";
  private static final String ENDORSEMENT = "Endorsement";

  private final Agreements agreements;
  private final AgreementStore store;
  private final SignatureStore signatures;
  private final SigningNews news;
  private final Programmes programmes;
  private final Clocks clocks;
  private final Workflows workflows;
  private final Ledger ledger;
  private final Clock time;

  Signings(
      Agreements agreements,
      AgreementStore store,
      SignatureStore signatures,
      SigningNews news,
      Programmes programmes,
      Clocks clocks,
      Workflows workflows,
      Ledger ledger,
      Clock time) {
    this.agreements = agreements;
    this.store = store;
    this.signatures = signatures;
    this.news = news;
    this.programmes = programmes;
    this.clocks = clocks;
    this.workflows = workflows;
    this.ledger = ledger;
    this.time = time;
  }

  /** The signatures of a version, in the order of their turn. */
  @Transactional(readOnly = true)
  public List<Signature> of(AgreementVersion version) {
    return signatures.of(version.agreement(), version.number());
  }

  /** The signatures of these agreements, of every version: one query. */
  @Transactional(readOnly = true)
  public List<Signature> of(java.util.Collection<Long> ofAgreements) {
    return signatures.of(ofAgreements);
  }

  /** The reservations made on a version. */
  @Transactional(readOnly = true)
  public List<Reservation> reservations(AgreementVersion version) {
    return signatures.reservations(version.agreement(), version.number());
  }

  /** The signature of this number. */
  @Transactional(readOnly = true)
  public Optional<Signature> find(long id) {
    return signatures.find(id);
  }

  /**
   * Asks for the signatures of the version under way; those given before a refusal that was settled
   * stand, for its text is the same.
   */
  public void open(long agreement) {
    store.lock(agreement);
    AgreementVersion version = agreements.underWay(agreement).orElseThrow();
    if (version.state() == AgreementVersion.State.READY) {
      AgreementContent content = store.content(version);
      for (Participant p : content.participants()) {
        SigningGroup group = content.group(p.group());
        for (int n = 0; n < group.signers(); n++) {
          signatures.add(version, p.party(), group);
        }
      }
    } else if (version.state() == AgreementVersion.State.REFUSED) {
      unanswered(version).forEach(signatures::askAgain);
    }
    store.versionState(version, AgreementVersion.State.SIGNING);
    endClock(agreement, false);
    ledger.record(
        programme(agreement),
        "agreement-signing-opened",
        Map.of("agreement", agreement, "version", version.number(), "hash", version.sha256()));
    advance(agreement);
  }

  /** Refusals that nothing has replaced yet. */
  private List<Signature> unanswered(AgreementVersion version) {
    List<Signature> all = of(version);
    return all.stream()
        .filter(s -> s.state() == Signature.State.REFUSED)
        .filter(
            s ->
                all.stream()
                    .noneMatch(
                        later ->
                            later.id() > s.id()
                                && later.party() == s.party()
                                && later.state() != Signature.State.VOID))
        .toList();
  }

  /**
   * A signature that is awaited; who else answers for this agreement waits.
   *
   * @throws Refusal if its turn has not come, it was answered, or the text is not signed any more
   */
  Signature awaited(long id) {
    Signature asked = signatures.find(id).orElseThrow();
    store.lock(asked.agreement());
    Signature now = signatures.find(id).orElseThrow();
    new Check()
        .that(
            now.state() != Signature.State.VOID, "", "refusal.signing.void", text(now.voidReason()))
        .that(now.state() != Signature.State.TO_COME, "refusal.signing.notYourTurn")
        .that(now.state() != Signature.State.NOT_NEEDED, "refusal.signing.notNeeded")
        .that(
            now.state() != Signature.State.SIGNED
                && now.state() != Signature.State.REFUSED
                && now.state() != Signature.State.TACIT,
            "refusal.signing.answered")
        .done();
    return now;
  }

  /** The signatures of the last version that was sent out, in force, void or not. */
  @Transactional(readOnly = true)
  public List<Signature> lastAsked(long agreement) {
    List<Signature> all = signatures.of(List.of(agreement));
    int last = all.stream().mapToInt(Signature::version).max().orElse(0);
    return all.stream().filter(s -> s.version() == last).toList();
  }

  /**
   * The signature that is awaited from an organisation, whichever of its people gives it.
   *
   * @throws Refusal as {@link #awaited} does
   */
  Signature awaitedOf(long agreement, long party) {
    store.lock(agreement);
    return awaited(
        lastAsked(agreement).stream()
            .filter(s -> s.party() == party)
            .min(Comparator.comparing(s -> s.state() != Signature.State.AWAITED))
            .orElseThrow(() -> Refusal.of("refusal.signing.other"))
            .id());
  }

  private static String text(String words) {
    return words == null ? "" : words;
  }

  /** Whether every signature that is needed was given to the version under way. */
  @Transactional(readOnly = true)
  public boolean complete(long agreement) {
    AgreementVersion version = agreements.underWay(agreement).orElseThrow();
    AgreementContent content = store.content(version);
    List<Signature> all = of(version);
    return content.groups().stream()
        .filter(g -> g.capacity() != Capacity.WITNESS)
        .allMatch(g -> Tally.of(g, content.parties(g.code()), all).complete());
  }

  /** Somebody answered: the next are asked, or the version is agreed, or it is refused. */
  void advance(long agreement) {
    AgreementVersion version =
        agreements
            .underWay(agreement)
            .filter(v -> v.state() == AgreementVersion.State.SIGNING)
            .orElseThrow();
    AgreementContent content = store.content(version);
    for (int rank : ranks(content)) {
      boolean complete = true;
      for (SigningGroup group : content.groups()) {
        if (group.rank() == rank) {
          Tally tally = Tally.of(group, content.parties(group.code()), of(version));
          if (!tally.possible()) {
            refuse(version);
            return;
          }
          if (tally.complete() && group.capacity() != Capacity.WITNESS) {
            tally.superfluous().forEach(this::drop);
          }
          complete &= tally.complete() || group.capacity() == Capacity.WITNESS;
        }
      }
      of(version).stream()
          .filter(s -> s.rank() == rank && s.state() == Signature.State.TO_COME)
          .forEach(this::ask);
      if (!complete) {
        return;
      }
    }
    of(version).stream()
        .filter(s -> s.awaited() || s.state() == Signature.State.TO_COME)
        .forEach(this::drop);
    workflows.correlate("AgreementSigned", Agreement.subject(agreement));
  }

  private static List<Integer> ranks(AgreementContent content) {
    return content.groups().stream().map(SigningGroup::rank).distinct().sorted().toList();
  }

  private void ask(Signature signature) {
    LocalDate today = LocalDate.now(time);
    signatures.asked(signature.id(), today);
    Agreement agreement = agreements.get(signature.agreement());
    String regime = programmes.get(agreement.programme()).regime();
    Map<String, Object> variables = new HashMap<>();
    variables.put("regime", regime);
    variables.put(SIGNATURE, signature.id());
    AgreementContent content =
        store.content(agreements.underWay(signature.agreement()).orElseThrow());
    String silence = content.group(signature.group()).silence();
    if (silence == null) {
      workflows.start(PROCESS, agreement.subject(), variables);
    } else {
      variables.put("limitStep", silence);
      workflows.start(ENDORSEMENT, agreement.subject(), variables);
    }
    news.asked(agreement, signature);
  }

  /** It is not awaited any more; its task is taken away. */
  private void drop(Signature signature) {
    signatures.notNeeded(signature.id());
    withdraw(signature);
  }

  private void withdraw(Signature signature) {
    workflows.correlate(
        "SignatureWithdrawn", Agreement.subject(signature.agreement()), SIGNATURE, signature.id());
  }

  /** Nobody else is asked until the drafters have decided. */
  private void refuse(AgreementVersion version) {
    store.versionState(version, AgreementVersion.State.REFUSED);
    for (Signature s : of(version)) {
      if (s.awaited()) {
        signatures.postponed(s.id());
        withdraw(s);
      }
    }
    endClock(version.agreement(), false);
    workflows.correlate("SignatureRefused", Agreement.subject(version.agreement()));
  }

  /**
   * The text is taken back: the signatures given are void, and everybody is told.
   *
   * @param reason why
   */
  public void takeBack(long agreement, String reason) {
    store.lock(agreement);
    AgreementVersion version = agreements.underWay(agreement).orElseThrow();
    if (voidSignatures(version, reason)) {
      news.taken(agreements.get(agreement), version, reason);
    }
  }

  private boolean voidSignatures(AgreementVersion version, String reason) {
    long agreement = version.agreement();
    List<Signature> asked = of(version);
    long given = asked.stream().filter(Signature::agreed).count();
    signatures.voided(version, reason);
    endClock(agreement, false);
    asked.stream().filter(Signature::awaited).forEach(this::withdraw);
    if (!asked.isEmpty()) {
      ledger.record(
          programme(agreement),
          "agreement-signatures-void",
          Map.of(
              "agreement", agreement,
              "version", version.number(),
              "signatures", given,
              "reason", reason));
    }
    return !asked.isEmpty();
  }

  /** Tells every organisation of the version people look at what happens to it. */
  public void tell(long agreement, AgreementNews.What what, String reason) {
    news.tell(what, agreements.get(agreement), agreements.current(agreement), reason);
  }

  /**
   * Every signature that is needed was given: the version is in force, and the one it changes is
   * not any more.
   */
  public void bringIntoForce(long agreement) {
    store.lock(agreement);
    AgreementVersion version = agreements.underWay(agreement).orElseThrow();
    LocalDate today = LocalDate.now(time);
    store.inForce(version, today);
    endClock(agreement, true);
    Agreement about = agreements.get(agreement);
    if (about.state() == Agreement.State.OPEN) {
      store.state(agreement, Agreement.State.IN_FORCE, today, null);
    }
    Assents assents = Assents.of(of(version), reservations(version));
    ledger.record(
        about.programme(),
        "agreement-in-force",
        Map.of(
            "agreement", agreement,
            "title", version.title(),
            "version", version.number(),
            "explicit", assents.explicit(),
            "tacit", assents.tacit(),
            "reservations", assents.reservations(),
            "hash", version.sha256()));
    news.inForce(agreements.get(agreement), version);
  }

  /**
   * The version under way is given up. An agreement that was never in force is given up with it.
   *
   * @param reason why
   */
  public void abandon(long agreement, String reason) {
    store.lock(agreement);
    AgreementVersion version = agreements.underWay(agreement).orElseThrow();
    boolean asked = voidSignatures(version, reason);
    store.voided(version, reason);
    Agreement about = agreements.get(agreement);
    if (about.state() == Agreement.State.OPEN) {
      store.state(agreement, Agreement.State.ABANDONED, LocalDate.now(time), reason);
    }
    ledger.record(
        about.programme(),
        "agreement-abandoned",
        Map.of(
            "agreement",
            agreement,
            "title",
            version.title(),
            "version",
            version.number(),
            "reason",
            reason));
    if (asked) {
      news.givenUp(agreements.get(agreement), version, reason);
    }
  }

  /** Nobody answered in time, and the rule of the group makes an assent of the silence. */
  public void lapse(long id, String occurrence) {
    Signature asked = awaited(id);
    String step =
        store
            .content(agreements.underWay(asked.agreement()).orElseThrow())
            .group(asked.group())
            .silence();
    String subject = Agreement.subject(asked.agreement());
    LegalClock clock =
        clocks.of(subject).stream()
            .filter(c -> c.step().equals(step) && c.occurrence().equals(occurrence))
            .max(Comparator.comparing(LegalClock::id))
            .orElseThrow();
    clocks.miss(clock);
    LegalClock lapsed = clocks.get(clock.id()).orElseThrow();
    if (lapsed.state() != LegalClock.State.LAPSED) {
      throw new IllegalStateException("The clock " + lapsed.id() + " has not lapsed");
    }
    signatures.tacit(id, lapsed.id());
    ledger.record(
        programme(asked.agreement()),
        "signature-tacit",
        Map.of(
            "agreement", asked.agreement(),
            "version", asked.version(),
            "party", asked.party(),
            "due", lapsed.dueOn().toString(),
            "clock", lapsed.id(),
            "source", lapsed.source()));
    advance(asked.agreement());
  }

  /** Whether somebody has answered for a signature, so that its task may end. */
  @Transactional(readOnly = true)
  public boolean answered(long id) {
    return signatures
        .find(id)
        .filter(s -> s.state() != Signature.State.AWAITED && s.state() != Signature.State.TO_COME)
        .isPresent();
  }

  /** The organisations bound by the version under way that are awaited now. */
  @Transactional(readOnly = true)
  public Set<Long> awaitedParties(AgreementVersion version) {
    return of(version).stream()
        .filter(Signature::awaited)
        .map(Signature::party)
        .collect(Collectors.toSet());
  }

  /**
   * The time for all signatures together runs once the signatures are asked, and anew after that.
   */
  private void endClock(long agreement, boolean met) {
    clocks.openOf(List.of(Agreement.subject(agreement))).stream()
        .filter(c -> c.step().equals(LIMIT))
        .forEach(met ? clocks::meet : clocks::drop);
  }

  private String programme(long agreement) {
    return agreements.get(agreement).programme();
  }
}
