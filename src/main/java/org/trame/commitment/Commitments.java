package org.trame.commitment;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.trame.access.Actor;
import org.trame.access.Actors;
import org.trame.access.Role;
import org.trame.agreement.Agreements;
import org.trame.party.Parties;
import org.trame.party.Party;
import org.trame.programme.Programme;
import org.trame.programme.Programmes;

/** What the organisations of agreements in force promised each other, and who speaks for them. */
@Component
@Transactional(readOnly = true)
public class Commitments {

  private final CommitmentStore store;
  private final OccurrenceStore occurrences;
  private final ChangeStore changes;
  private final Agreements agreements;
  private final Programmes programmes;
  private final Parties parties;

  Commitments(
      CommitmentStore store,
      OccurrenceStore occurrences,
      ChangeStore changes,
      Agreements agreements,
      Programmes programmes,
      Parties parties) {
    this.store = store;
    this.occurrences = occurrences;
    this.changes = changes;
    this.agreements = agreements;
    this.programmes = programmes;
    this.parties = parties;
  }

  /** The commitment of this number. */
  public Optional<Commitment> find(long id) {
    return store.find(id);
  }

  /**
   * The commitment of this number.
   *
   * @throws java.util.NoSuchElementException if there is none
   */
  public Commitment get(long id) {
    return store.find(id).orElseThrow();
  }

  /** The commitments of these numbers: one query. */
  public List<Commitment> all(Collection<Long> ids) {
    return store.all(ids);
  }

  /** Every commitment of these agreements, those that do not hold any more too: one query. */
  public List<Commitment> of(Collection<Long> ofAgreements) {
    return store.of(ofAgreements);
  }

  /** The due dates of these commitments, by commitment, in their order: one query. */
  public Map<Long, List<Occurrence>> occurrences(Collection<Long> ids) {
    return occurrences.of(ids).stream().collect(Collectors.groupingBy(Occurrence::commitment));
  }

  /** The due date of this number. */
  public Optional<Occurrence> occurrence(long id) {
    return occurrences.find(id);
  }

  /** The changes proposed to these commitments, by commitment, oldest first: one query. */
  public Map<Long, List<Change>> changes(Collection<Long> ids) {
    return changes.of(ids).stream().collect(Collectors.groupingBy(Change::commitment));
  }

  /** The change of this number. */
  public Optional<Change> change(long id) {
    return changes.find(id);
  }

  /** Every terms a commitment had, oldest first. */
  public List<Terms> terms(long id) {
    return store.terms(id);
  }

  /** How each organisation keeps its word in these agreements: two queries. */
  public Map<Long, Kept> kept(Collection<Long> ofAgreements) {
    return kept(ofAgreements, c -> c.text().author());
  }

  /** How what these agreements promise is kept: two queries. */
  public Map<Long, Kept> keptByAgreement(Collection<Long> ofAgreements) {
    return kept(ofAgreements, Commitment::agreement);
  }

  private Map<Long, Kept> kept(Collection<Long> ofAgreements, Function<Commitment, Long> by) {
    List<Commitment> all = store.of(ofAgreements);
    Map<Long, List<Occurrence>> due = occurrences(all.stream().map(Commitment::id).toList());
    return all.stream()
        .collect(
            Collectors.groupingBy(
                by,
                Collectors.flatMapping(
                    c -> due.getOrDefault(c.id(), List.of()).stream(),
                    Collectors.collectingAndThen(Collectors.toList(), Kept::of))));
  }

  /** The commitments of running programmes in which the current actor speaks for one side. */
  public List<Commitment> mine() {
    Actor actor = Actors.current();
    return store.mine(parties.of(actor.userId()).stream().map(Party::id).toList(), actor.groups());
  }

  /**
   * Whether the actor speaks for an organisation in a commitment: one of its people or, for the
   * municipality whose programme it is, its coordinator, or the head of department late work goes
   * to.
   */
  public boolean speaksFor(Actor actor, Commitment commitment, long party) {
    Programme programme = programme(commitment);
    return programme.state() == Programme.State.RUNNING
        && (actor.in(Role.ofParty(party))
            || actor.in(group(programme, party))
            || municipal(programme, party)
                && actor.in(Role.DEPARTMENT_HEAD.group(programme.nis(), programme.region())));
  }

  private boolean municipal(Programme programme, long party) {
    Party about = parties.find(party).orElseThrow();
    return about.kind() == Party.Kind.MUNICIPALITY && programme.nis().equals(about.nis());
  }

  /** The engine group that is asked on behalf of an organisation. */
  public String group(Commitment commitment, long party) {
    return group(programme(commitment), party);
  }

  private String group(Programme programme, long party) {
    return municipal(programme, party)
        ? Role.COORDINATOR.group(programme.nis(), programme.region())
        : Role.ofParty(party);
  }

  /** The programme of a commitment. */
  public Programme programme(Commitment commitment) {
    return programmes.get(agreements.get(commitment.agreement()).programme());
  }

  /** Whether the actor may read a commitment: whoever reads its agreement. */
  public boolean mayRead(Actor actor, Commitment commitment) {
    return agreements.mayRead(actor, agreements.get(commitment.agreement()));
  }
}
