package org.trame.agreement;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.trame.access.Actor;
import org.trame.access.Actors;
import org.trame.access.Role;
import org.trame.input.Check;
import org.trame.ledger.Ledger;
import org.trame.party.Parties;
import org.trame.party.Party;
import org.trame.programme.Contents;
import org.trame.programme.Programme;
import org.trame.programme.Programmes;
import org.trame.regime.Regimes;
import org.trame.regime.Rule;
import org.trame.workflow.Workflows;

/** The agreements of programmes, and who may read them. */
@Component
@Transactional
public class Agreements {

  /** Table of a regime: the kinds of its agreements. */
  public static final String KINDS = "Agreements";

  /** Table of a regime: the groups that sign each kind. */
  static final String SIGNATORIES = "Signatories";

  static final String PROCESS = "AgreementSigning";

  private final AgreementStore store;
  private final Programmes programmes;
  private final Contents contents;
  private final Parties parties;
  private final Regimes regimes;
  private final Workflows workflows;
  private final Ledger ledger;
  private final Clock time;

  Agreements(
      AgreementStore store,
      Programmes programmes,
      Contents contents,
      Parties parties,
      Regimes regimes,
      Workflows workflows,
      Ledger ledger,
      Clock time) {
    this.store = store;
    this.programmes = programmes;
    this.contents = contents;
    this.parties = parties;
    this.regimes = regimes;
    this.workflows = workflows;
    this.ledger = ledger;
    this.time = time;
  }

  /** The agreement of this number. */
  @Transactional(readOnly = true)
  public Optional<Agreement> find(long id) {
    return store.find(id);
  }

  /**
   * The agreement of this number.
   *
   * @throws java.util.NoSuchElementException if there is none
   */
  @Transactional(readOnly = true)
  public Agreement get(long id) {
    return store.find(id).orElseThrow();
  }

  /** The agreements of these numbers: one query. */
  @Transactional(readOnly = true)
  public List<Agreement> all(Collection<Long> ids) {
    return store.all(ids);
  }

  /** The agreements of a programme, in the order in which they were opened. */
  @Transactional(readOnly = true)
  public List<Agreement> of(String programme) {
    return store.of(List.of(programme));
  }

  /** The agreements of these programmes: one query. */
  @Transactional(readOnly = true)
  public List<Agreement> of(Collection<String> ofProgrammes) {
    return store.of(ofProgrammes);
  }

  /**
   * The agreements the organisations of the current actor take part in, once sent for signing, and
   * those this person mediates.
   */
  @Transactional(readOnly = true)
  public List<Agreement> mine() {
    return of(Actors.current());
  }

  private List<Agreement> of(Actor actor) {
    return store.ofReader(
        parties.of(actor.userId()).stream().map(Party::id).toList(), actor.userId());
  }

  /**
   * The actions of a programme left without an agreement: the one that named them was given up, or
   * one of its organisations left, and no agreement in force names them.
   */
  @Transactional(readOnly = true)
  public List<Uncarried> uncarried(String programme) {
    return store.uncarried(programme);
  }

  /** Every version of an agreement, oldest first. */
  @Transactional(readOnly = true)
  public List<AgreementVersion> versions(long agreement) {
    return store.versions(agreement);
  }

  /** The version under way: a draft, or one whose signatures are asked or refused. */
  @Transactional(readOnly = true)
  public Optional<AgreementVersion> underWay(long agreement) {
    return store.versions(agreement).stream().filter(AgreementVersion::underWay).findFirst();
  }

  /** The version in force. */
  @Transactional(readOnly = true)
  public Optional<AgreementVersion> inForce(long agreement) {
    return store.versions(agreement).stream()
        .filter(v -> v.state() == AgreementVersion.State.IN_FORCE)
        .findFirst();
  }

  /** The version that was in force on a day: the consolidated text of that day. */
  @Transactional(readOnly = true)
  public Optional<AgreementVersion> inForce(long agreement, LocalDate on) {
    Agreement about = get(agreement);
    if (about.endedOn() != null && !on.isBefore(about.endedOn())) {
      return Optional.empty();
    }
    return store.versions(agreement).stream()
        .filter(v -> v.inForceOn() != null && !v.inForceOn().isAfter(on))
        .max(Comparator.comparingInt(AgreementVersion::number))
        .filter(v -> v.endsOn() == null || !on.isAfter(v.endsOn()));
  }

  /** Whoever changes an agreement, or orders money by it, waits for whoever is doing so. */
  public void hold(long agreement) {
    store.lock(agreement);
  }

  /** The version people look at: the one under way, else the latest that was agreed. */
  @Transactional(readOnly = true)
  public AgreementVersion current(long agreement) {
    List<AgreementVersion> all = store.versions(agreement);
    return all.stream()
        .filter(AgreementVersion::underWay)
        .findFirst()
        .or(
            () ->
                all.stream().filter(v -> v.state() == AgreementVersion.State.IN_FORCE).findFirst())
        .orElseGet(() -> all.get(all.size() - 1));
  }

  /** A version with what it says. */
  @Transactional(readOnly = true)
  public AgreementContent content(AgreementVersion version) {
    return store.content(version);
  }

  /** Whether the actor may read this agreement: whoever reads its programme, and its parties. */
  @Transactional(readOnly = true)
  public boolean mayRead(Actor actor, Agreement agreement) {
    return actor.isSystem()
        || Programmes.mayRead(actor, programmes.get(agreement.programme()))
        || (actor.holds(Role.PARTNER)
            && of(actor).stream().anyMatch(a -> a.id() == agreement.id()));
  }

  /** Whether the actor drives the programme of this agreement for its municipality. */
  @Transactional(readOnly = true)
  public boolean drives(Actor actor, Agreement agreement) {
    Programme programme = programmes.get(agreement.programme());
    return programme.state() == Programme.State.RUNNING
        && actor.in(Role.COORDINATOR.group(programme.nis(), programme.region()));
  }

  /** Whether agreements of a programme may be prepared: it is approved and has not ended. */
  @Transactional(readOnly = true)
  public boolean mayPrepare(Programme programme) {
    return programme.state() == Programme.State.RUNNING
        && regimes.has(programme.regime(), KINDS)
        && contents.approvedVersion(programme.id()).isPresent();
  }

  /**
   * Prepares an agreement: its first draft has the groups its regime demands, and the organisations
   * of which there is only one choice.
   *
   * @return its number
   * @throws org.trame.input.Refusal if the programme is not approved or has ended
   */
  public long prepare(String programme, PrepareAgreement form) {
    Programme about = programmes.get(programme);
    new Check().that(mayPrepare(about), "refusal.agreement.notApproved").done();
    long id = store.insert(programme, form.agreementKind(), LocalDate.now(time));
    store.addVersion(id, 1, null, form.agreementTitle(), null);
    for (SigningGroup group : groups(about.regime(), form.agreementKind())) {
      store.addGroup(id, 1, group);
      List<Party> candidates =
          parties.at(about.nis(), about.region()).stream()
              .filter(p -> group.partyKinds() != null && group.takes(p.kind().name()))
              .toList();
      if (candidates.size() == 1) {
        store.putParty(id, 1, candidates.get(0).id(), group.code());
      }
    }
    ledger.record(
        programme,
        "agreement-prepared",
        Map.of("agreement", id, "title", form.agreementTitle(), "kind", form.agreementKind()));
    workflows.start(
        PROCESS, Agreement.subject(id), Map.of("regime", about.regime(), "agreement", id));
    return id;
  }

  /** The groups that sign this kind of agreement in a regime. */
  private List<SigningGroup> groups(String regime, String kind) {
    return regimes.rows(regime, SIGNATORIES).values().stream()
        .filter(row -> row.string("kind").equals(kind))
        .map(Agreements::group)
        .toList();
  }

  private static SigningGroup group(Rule row) {
    return new SigningGroup(
        row.string("code"),
        row.integer("rank"),
        Capacity.valueOf(row.string("capacity")),
        row.string("labelFr"),
        row.string("labelNl"),
        row.has("needed") ? row.integer("needed") : null,
        row.integer("signers"),
        row.has("partyKinds") ? row.string("partyKinds") : null,
        row.has("silence") ? row.string("silence") : null,
        row.source(),
        row.string("sourceNl"));
  }
}
