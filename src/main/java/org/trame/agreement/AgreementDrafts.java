package org.trame.agreement;

import java.math.BigDecimal;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.trame.access.Actors;
import org.trame.input.Check;
import org.trame.input.Refusal;
import org.trame.input.Violation;
import org.trame.language.Messages;
import org.trame.ledger.Ledger;
import org.trame.party.Parties;
import org.trame.party.Party;
import org.trame.programme.Programmes;
import org.trame.regime.Rule;
import org.trame.workflow.Workflows;

/** Drafts of agreements: written by the municipality's coordinators, then frozen to be signed. */
@Component
@Transactional
public class AgreementDrafts {

  /** Step of the time limits whose silence an agreement may make an assent. */
  private static final String SILENCE = "agreement-endorsement";

  private static final int FEWEST = 2;
  private static final int MOST_SIGNERS = 5;

  private final Agreements agreements;
  private final AgreementStore store;
  private final DraftedCommitments commitments;
  private final Parties parties;
  private final Programmes programmes;
  private final Workflows workflows;
  private final Ledger ledger;
  private final Clock time;

  AgreementDrafts(
      Agreements agreements,
      AgreementStore store,
      DraftedCommitments commitments,
      Parties parties,
      Programmes programmes,
      Workflows workflows,
      Ledger ledger,
      Clock time) {
    this.agreements = agreements;
    this.store = store;
    this.commitments = commitments;
    this.parties = parties;
    this.programmes = programmes;
    this.workflows = workflows;
    this.ledger = ledger;
    this.time = time;
  }

  /** The draft of an agreement, if its text is being written. */
  @Transactional(readOnly = true)
  public Optional<AgreementContent> draft(long agreement) {
    return agreements
        .underWay(agreement)
        .filter(v -> v.state() == AgreementVersion.State.DRAFT)
        .map(store::content);
  }

  /** Whether the current actor may write the draft now. */
  @Transactional(readOnly = true)
  public boolean mayWrite(long agreement) {
    return agreements
        .find(agreement)
        .filter(a -> agreements.drives(Actors.current(), a))
        .flatMap(a -> draft(a.id()))
        .isPresent();
  }

  private AgreementContent locked(long agreement) {
    store.lock(agreement);
    return draft(agreement).orElseThrow(() -> Refusal.of("refusal.agreement.frozen"));
  }

  /**
   * Sets title, amount and last day.
   *
   * @throws Refusal if the text is frozen, the amount not positive, or the last day past
   */
  public void terms(long agreement, AgreementTerms terms) {
    AgreementContent draft = locked(agreement);
    new Check()
        .that(
            terms.agreementAmount() == null || terms.agreementAmount().signum() > 0,
            "agreementAmount",
            "refusal.agreement.amount")
        .that(
            terms.agreementEndsOn() == null || terms.agreementEndsOn().isAfter(LocalDate.now(time)),
            "agreementEndsOn",
            "refusal.agreement.endsPast")
        .done();
    store.terms(agreement, draft.version().number(), terms);
  }

  /** Writes a new clause at the end, or changes one. */
  public void clause(long agreement, WriteClause form) {
    AgreementContent draft = locked(agreement);
    int number = form.id() == null ? draft.clauses().size() + 1 : number(form.id());
    if (form.id() != null && draft.clauses().stream().noneMatch(c -> c.number() == number)) {
      throw Refusal.of("refusal.agreement.noClause");
    }
    store.putClause(
        agreement,
        draft.version().number(),
        new Clause(number, form.clauseHeading(), form.clauseBody(), form.clauseAction()));
  }

  /** Takes a clause away; those after it move up. */
  public void removeClause(long agreement, RemoveRow row) {
    AgreementContent draft = locked(agreement);
    int number = number(row.id());
    new Check()
        .that(
            draft.commitments().stream().noneMatch(c -> c.clause() == number),
            "",
            "refusal.commitment.clauseTaken",
            codes(draft, c -> c.clause() == number))
        .done();
    store.removeClause(agreement, draft.version().number(), number);
  }

  private static int number(String id) {
    return id != null && id.matches("\\d{1,6}") ? Integer.parseInt(id) : 0;
  }

  /**
   * Adds a group to those of the regime, or changes one that was added.
   *
   * @throws Refusal if the regime demands it as it is, or numbers are impossible
   */
  public void group(long agreement, AddGroup form) {
    AgreementContent draft = locked(agreement);
    String code =
        form.id() != null
            ? form.id()
            : "own-"
                + (1
                    + draft.groups().stream()
                        .filter(g -> g.code().startsWith("own-"))
                        .mapToInt(g -> number(g.code().substring(4)))
                        .max()
                        .orElse(0));
    new Check()
        .that(own(draft, code) || form.id() == null, "refusal.agreement.groupOfRegime")
        .that(form.groupRank() > 0, "groupRank", "refusal.agreement.rank")
        .that(
            form.groupNeeded() == null || form.groupNeeded() > 0,
            "groupNeeded",
            "refusal.agreement.needed")
        .that(
            form.groupSigners() > 0 && form.groupSigners() <= MOST_SIGNERS,
            "groupSigners",
            "refusal.agreement.signers",
            MOST_SIGNERS)
        .that(
            !form.silenceAgrees() || form.groupCapacity() == Capacity.ENDORSER,
            "silenceAgrees",
            "refusal.agreement.silence")
        .done();
    store.addGroup(
        agreement,
        draft.version().number(),
        new SigningGroup(
            code,
            form.groupRank(),
            form.groupCapacity(),
            form.groupLabelFr(),
            form.groupLabelNl(),
            form.groupNeeded(),
            form.groupSigners(),
            null,
            form.silenceAgrees() ? SILENCE : null,
            null,
            null));
  }

  private static boolean own(AgreementContent draft, String code) {
    return draft.groups().stream().anyMatch(g -> g.code().equals(code) && !g.ofRegime());
  }

  /**
   * Takes away a group that was added.
   *
   * @throws Refusal if the regime demands it, or organisations are in it
   */
  public void removeGroup(long agreement, RemoveRow row) {
    AgreementContent draft = locked(agreement);
    new Check()
        .that(own(draft, row.id()), "refusal.agreement.groupOfRegime")
        .that(draft.parties(row.id()).isEmpty(), "refusal.agreement.groupTaken")
        .done();
    store.removeGroup(agreement, draft.version().number(), row.id());
  }

  /**
   * An organisation takes part, or moves to another group.
   *
   * @throws Refusal if it is of a kind the group does not take
   */
  public void party(long agreement, AddParty form) {
    AgreementContent draft = locked(agreement);
    Party party = parties.find(Long.parseLong(form.agreementParty())).orElseThrow();
    SigningGroup group = draft.group(form.partyGroup());
    new Check()
        .that(
            group.takes(party.kind().name()),
            "partyGroup",
            "refusal.agreement.kind",
            group.label(Messages.locale()),
            new Messages.Key("choice.Kind." + party.kind()))
        .done();
    store.putParty(agreement, draft.version().number(), party.id(), group.code());
  }

  /** An organisation does not take part any more. */
  public void removeParty(long agreement, RemoveRow row) {
    AgreementContent draft = locked(agreement);
    long party = number(row.id());
    Predicate<DraftedCommitment> names = c -> c.author() == party || c.beneficiary() == party;
    new Check()
        .that(
            draft.commitments().stream().noneMatch(names),
            "",
            "refusal.commitment.partyTaken",
            codes(draft, names))
        .done();
    store.removeParty(agreement, draft.version().number(), party);
  }

  private static String codes(AgreementContent draft, Predicate<DraftedCommitment> which) {
    return draft.commitments().stream()
        .filter(which)
        .map(DraftedCommitment::code)
        .collect(Collectors.joining(", "));
  }

  /**
   * An organisation leaves the draft for good, and with it what it promised or was promised.
   *
   * @throws Refusal if it does not take part
   */
  public void withoutParty(long agreement, long party) {
    AgreementContent draft = locked(agreement);
    new Check()
        .that(draft.groupOf(party).isPresent(), "leavingParty", "refusal.mediation.whoLeaves")
        .done();
    draft.commitments().stream()
        .filter(c -> c.author() == party || c.beneficiary() == party)
        .forEach(c -> commitments.remove(draft.version(), c.code()));
    store.removeParty(agreement, draft.version().number(), party);
  }

  /**
   * The draft takes over the clauses, commitments, groups and organisations of another agreement of
   * the programme; where both have an organisation, it stays in its group. Amounts add up.
   */
  public void absorb(long agreement, long other) {
    AgreementContent draft = locked(agreement);
    AgreementContent joined = store.content(agreements.current(other));
    int version = draft.version().number();
    store.terms(agreement, version, together(draft.version(), joined.version()));
    int number = draft.clauses().size();
    for (Clause clause : joined.clauses()) {
      number++;
      store.putClause(
          agreement, version, new Clause(number, clause.heading(), clause.body(), clause.action()));
    }
    joined.groups().stream()
        .filter(g -> draft.groups().stream().noneMatch(own -> own.code().equals(g.code())))
        .forEach(g -> store.addGroup(agreement, version, g));
    joined.participants().stream()
        .filter(p -> draft.groupOf(p.party()).isEmpty())
        .forEach(p -> store.putParty(agreement, version, p.party(), p.group()));
    int code = draft.commitments().stream().mapToInt(DraftedCommitment::number).max().orElse(0);
    for (DraftedCommitment c : joined.commitments()) {
      code++;
      commitments.put(draft.version(), c.as("E" + code, draft.clauses().size() + c.clause()));
    }
  }

  /** The amounts add up, and it lasts as long as the longer of the two. */
  private static AgreementTerms together(AgreementVersion one, AgreementVersion other) {
    BigDecimal amount =
        Stream.of(one.amount(), other.amount())
            .filter(Objects::nonNull)
            .reduce(BigDecimal::add)
            .orElse(null);
    LocalDate end =
        one.endsOn() == null || other.endsOn() == null
            ? null
            : one.endsOn().isAfter(other.endsOn()) ? one.endsOn() : other.endsOn();
    return new AgreementTerms(one.title(), amount, end);
  }

  /** The regime's table has said what an amendment has to go through. */
  public void classified(AgreementVersion version, AgreementVersion.Kind kind, Rule rule) {
    store.classified(
        version, kind, rule.string("reasonFr"), rule.string("reasonNl"), rule.source());
    ledger.record(
        agreements.get(version.agreement()).programme(),
        "agreement-amendment-classified",
        Map.of(
            "agreement", version.agreement(),
            "title", version.title(),
            "version", version.number(),
            "kind", kind.name(),
            "reason", rule.string("reasonFr"),
            "source", rule.source()));
  }

  /** A version has been through an amendment of the programme. */
  public void follows(AgreementVersion version, int amendment) {
    store.follows(version.agreement(), version.number(), amendment);
  }

  /** What is still missing before the draft can be sent for signing. */
  @Transactional(readOnly = true)
  public List<Violation> missing(AgreementContent draft) {
    List<Violation> missing = new ArrayList<>();
    if (draft.clauses().isEmpty()) {
      missing.add(Violation.at("", "refusal.agreement.noClauses"));
    }
    if (draft.bound().size() < FEWEST) {
      missing.add(Violation.at("", "refusal.agreement.parties", FEWEST));
    }
    for (SigningGroup group : draft.groups()) {
      int present = draft.parties(group.code()).size();
      String name = group.label(Messages.locale());
      if (present == 0) {
        missing.add(Violation.at("", "refusal.agreement.emptyGroup", name));
      } else if (group.needed(present) > present) {
        missing.add(Violation.at("", "refusal.agreement.tooFew", name, group.needed(), present));
      }
    }
    for (DraftedCommitment c : draft.commitments()) {
      missing.addAll(unfit(draft, c));
    }
    agreements
        .inForce(draft.version().agreement())
        .map(store::content)
        .filter(before -> AgreementDifference.between(before, draft).isEmpty())
        .ifPresent(before -> missing.add(Violation.at("", "refusal.agreement.unchanged")));
    return missing;
  }

  /** The groups, the end and the calendar may have moved since it was written. */
  private List<Violation> unfit(AgreementContent draft, DraftedCommitment c) {
    List<Violation> unfit = new ArrayList<>();
    LocalDate end = draft.version().endsOn();
    if (!draft.binds(c.author())) {
      unfit.add(Violation.at("", "refusal.commitment.notBound", c.code()));
    }
    if (end != null && c.until().isAfter(end)) {
      unfit.add(Violation.at("", "refusal.commitment.pastEnd", c.code(), end));
    }
    if (!c.until().isAfter(LocalDate.now(time))) {
      unfit.add(Violation.at("", "refusal.commitment.past", c.code()));
    }
    return unfit;
  }

  /**
   * Freezes the draft: from now on its text and its hash are what is signed.
   *
   * @throws Refusal if something is missing
   */
  public AgreementVersion freeze(long agreement) {
    AgreementContent draft = locked(agreement);
    List<Violation> missing = missing(draft);
    if (!missing.isEmpty()) {
      throw new Refusal(missing);
    }
    String text =
        AgreementText.of(
            draft, parties.all(draft.participants().stream().map(Participant::party).toList()));
    String hash = AgreementText.sha256(text);
    store.freeze(
        draft.version(),
        text,
        hash,
        Timestamp.from(time.instant().truncatedTo(ChronoUnit.MICROS)),
        Actors.current().userId());
    ledger.record(
        agreements.get(agreement).programme(),
        "agreement-frozen",
        Map.of("agreement", agreement, "version", draft.version().number(), "hash", hash));
    return agreements.underWay(agreement).orElseThrow();
  }

  /**
   * Opens a new draft like the version under way, which is void from now on.
   *
   * @param reason why its text is taken back
   */
  public void reopen(long agreement, String reason) {
    store.lock(agreement);
    AgreementVersion before = agreements.underWay(agreement).orElseThrow();
    if (before.state() == AgreementVersion.State.DRAFT) {
      return;
    }
    store.voided(before, reason);
    int number = nextNumber(agreement);
    store.addVersion(agreement, number, before.amends(), before.title(), before.object());
    store.copy(agreement, before.number(), number);
  }

  /**
   * Opens the draft of an amendment, like the version in force.
   *
   * @param object what it is about
   * @param follows number of the amendment of the programme that it follows, or null
   * @throws Refusal if the agreement is not in force, or another version is under way
   */
  public void amend(long agreement, String object, Integer follows) {
    store.lock(agreement);
    AgreementVersion inForce =
        agreements.inForce(agreement).orElseThrow(() -> Refusal.of("refusal.agreement.notInForce"));
    new Check().that(agreements.underWay(agreement).isEmpty(), "refusal.agreement.underWay").done();
    int number = nextNumber(agreement);
    store.addVersion(agreement, number, inForce.number(), inForce.title(), object);
    store.copy(agreement, inForce.number(), number);
    store.follows(agreement, number, follows);
    Agreement about = agreements.get(agreement);
    ledger.record(
        about.programme(),
        "agreement-amendment-opened",
        Map.of(
            "agreement", agreement,
            "title", about.title(),
            "version", number,
            "object", object));
    workflows.start(
        Agreements.PROCESS,
        about.subject(),
        Map.of("regime", programmes.get(about.programme()).regime(), "agreement", agreement));
  }

  private int nextNumber(long agreement) {
    return 1
        + store.versions(agreement).stream()
            .max(Comparator.comparingInt(AgreementVersion::number))
            .orElseThrow()
            .number();
  }
}
