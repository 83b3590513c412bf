package org.trame.commitment;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.trame.access.Actor;
import org.trame.access.Actors;
import org.trame.agreement.Agreement;
import org.trame.agreement.Agreements;
import org.trame.agreement.Recurrence;
import org.trame.deadline.Clocks;
import org.trame.deadline.LegalClock;
import org.trame.input.Check;
import org.trame.input.Refusal;
import org.trame.workflow.Workflows;

/**
 * CommitmentChanges of dates and evidence: one side proposes, and nothing changes unless the other
 * consents. Silence is no consent.
 */
@Component
@Transactional
public class CommitmentChanges {

  /** Process variable: number of the change. */
  public static final String CHANGE = "change";

  static final String DECIDE = "Task_DecideChange";

  /** Step of the time limits: the other side decides. */
  static final String DECIDING = "commitment-change";

  private static final String PROCESS = "CommitmentChange";
  private static final int LONGEST_NOTICE = 365;

  private final CommitmentStore store;
  private final OccurrenceStore occurrences;
  private final ChangeStore changes;
  private final Commitments commitments;
  private final FollowUps followUps;
  private final Agreements agreements;
  private final CommitmentBooks books;
  private final Clocks clocks;
  private final Workflows workflows;
  private final Clock time;

  CommitmentChanges(
      CommitmentStore store,
      OccurrenceStore occurrences,
      ChangeStore changes,
      Commitments commitments,
      FollowUps followUps,
      Agreements agreements,
      CommitmentBooks books,
      Clocks clocks,
      Workflows workflows,
      Clock time) {
    this.store = store;
    this.occurrences = occurrences;
    this.changes = changes;
    this.commitments = commitments;
    this.followUps = followUps;
    this.agreements = agreements;
    this.books = books;
    this.clocks = clocks;
    this.workflows = workflows;
    this.time = time;
  }

  /** The due date that a change is about: the first that its author may still declare. */
  @Transactional(readOnly = true)
  public Optional<Occurrence> next(Commitment commitment) {
    return commitment.endedOn() != null
        ? Optional.empty()
        : occurrences.of(commitment.id()).stream()
            .filter(Occurrence::open)
            .min(Comparator.comparing(Occurrence::dueOn));
  }

  /** Whether a change may be proposed now. */
  @Transactional(readOnly = true)
  public boolean mayBeProposed(Commitment commitment) {
    return next(commitment).isPresent()
        && changes.open(commitment.id()).isEmpty()
        && agreements.get(commitment.agreement()).state() == Agreement.State.IN_FORCE;
  }

  /** The change that waits for the answer of somebody the actor speaks for. */
  @Transactional(readOnly = true)
  public Optional<Change> toAnswer(Actor actor, Commitment commitment) {
    return changes
        .open(commitment.id())
        .filter(c -> commitments.speaksFor(actor, commitment, commitment.counterparty(c.party())));
  }

  /**
   * Proposes a change; the other side is asked.
   *
   * @throws Refusal if there is nothing to change or nothing changed, a date is past or after the
   *     agreement's end, or the words of the promise are other: that is an amendment
   */
  void propose(long id, ProposeChange form) {
    store.lock(id);
    Commitment about = commitments.get(id);
    new Check().that(mayBeProposed(about), "refusal.change.notNow").done();
    Occurrence next = next(about).orElseThrow();
    LocalDate today = LocalDate.now(time);
    Terms to =
        new Terms(
            about.terms().number() + 1,
            today,
            form.nextDue(),
            form.recurrence(),
            form.lastDue(),
            form.noticeDays(),
            form.evidence());
    check(about, next, to, form.changedPromise());
    Actor actor = Actors.current();
    long party =
        commitments.speaksFor(actor, about, about.text().author())
            ? about.text().author()
            : about.text().beneficiary();
    long change = changes.insert(id, next.dueOn(), party, actor.userId(), to, form.changeReason());
    workflows.start(
        PROCESS,
        about.subject(),
        Map.of(
            "regime",
            commitments.programme(about).regime(),
            FollowUps.COMMITMENT,
            id,
            CHANGE,
            change));
    books
        .ledger()
        .record(
            books.programme(about),
            "commitment-change-proposed",
            books.details(
                about,
                "party",
                books.name(party),
                "due",
                next.dueOn().toString(),
                "newDue",
                to.firstDue().toString(),
                "reason",
                form.changeReason()));
    books.tell(
        CommitmentNews.What.CHANGE_PROPOSED,
        about,
        next.dueOn(),
        about.counterparty(party),
        party,
        form.changeReason());
  }

  private void check(Commitment about, Occurrence next, Terms to, String promise) {
    LocalDate end = agreements.inForce(about.agreement()).orElseThrow().endsOn();
    LocalDate settled =
        occurrences.of(about.id()).stream()
            .filter(o -> !o.open() && o.state() != Occurrence.State.NOT_NEEDED)
            .map(Occurrence::dueOn)
            .max(Comparator.naturalOrder())
            .orElse(LocalDate.MIN);
    boolean once = to.recurrence() == Recurrence.ONCE;
    new Check()
        .that(
            promise == null || plain(promise).equals(plain(about.text().promise())),
            "changedPromise",
            "refusal.change.amendment")
        .that(to.firstDue().isAfter(LocalDate.now(time)), "nextDue", "refusal.change.past")
        .that(
            !to.firstDue().isBefore(settled) && !to.firstDue().equals(settled),
            "nextDue",
            "refusal.change.settled")
        .that(once == (to.lastDue() == null), "lastDue", "refusal.commitment.lastDue")
        .that(!to.until().isBefore(to.firstDue()), "lastDue", "refusal.commitment.lastBeforeFirst")
        .that(
            end == null || !to.until().isAfter(end),
            once ? "nextDue" : "lastDue",
            "refusal.change.afterEnd",
            end == null ? "" : end)
        .that(
            to.noticeDays() >= 0 && to.noticeDays() <= LONGEST_NOTICE,
            "noticeDays",
            "refusal.commitment.notice",
            LONGEST_NOTICE)
        .that(!sameAs(about.terms(), next, to), "refusal.change.nothing")
        .done();
  }

  private static String plain(String words) {
    return words.replaceAll("\\s+", " ").strip();
  }

  private static boolean sameAs(Terms now, Occurrence next, Terms to) {
    return next.dueOn().equals(to.firstDue())
        && now.recurrence() == to.recurrence()
        && java.util.Objects.equals(now.lastDue(), to.lastDue())
        && now.noticeDays() == to.noticeDays()
        && now.evidence().equals(to.evidence());
  }

  /** Whether the change was answered or is over, so that its task may end. */
  @Transactional(readOnly = true)
  public boolean answered(long change) {
    return changes.find(change).orElseThrow().state() != Change.State.PROPOSED;
  }

  /**
   * The other side consents: from today the new terms hold. The old ones stay in the history.
   *
   * @throws Refusal if the actor proposed it himself, or the new date is past by now
   */
  void accept(long id) {
    Commitment about = locked(id);
    Change change = answerable(about);
    LocalDate today = LocalDate.now(time);
    new Check().that(change.terms().firstDue().isAfter(today), "refusal.change.pastNow").done();
    changes.over(change.id(), Change.State.ACCEPTED, today, Actors.current().userId(), null, null);
    Terms to = change.terms();
    store.addTerms(
        id,
        new Terms(
            about.terms().number() + 1,
            today,
            to.firstDue(),
            to.recurrence(),
            to.lastDue(),
            to.noticeDays(),
            to.evidence()),
        change.id());
    apply(commitments.get(id));
    answered(about, change, Change.State.ACCEPTED, "");
  }

  /** Due dates that nobody has declared follow the new terms. */
  private void apply(Commitment changed) {
    LocalDate first = changed.terms().firstDue();
    boolean asked = false;
    for (Occurrence o : occurrences.of(changed.id()).stream().filter(Occurrence::open).toList()) {
      if (o.state() == Occurrence.State.DUE && o.dueOn().equals(first)) {
        asked = true;
        continue;
      }
      followUps.withdraw(changed, o);
      if (o.state() == Occurrence.State.TO_COME) {
        occurrences.remove(o.id());
      } else {
        occurrences.notNeeded(o.id(), Occurrence.NotNeededWhy.CHANGED);
      }
    }
    Optional<LocalDate> next = asked ? changed.terms().next(first) : Optional.of(first);
    next.ifPresent(due -> followUps.await(changed, due));
  }

  /** The other side refuses: the terms stay as they are. */
  void refuse(long id, RefuseChange form) {
    Commitment about = locked(id);
    Change change = answerable(about);
    changes.over(
        change.id(),
        Change.State.REFUSED,
        LocalDate.now(time),
        Actors.current().userId(),
        form.refusalReason(),
        null);
    answered(about, change, Change.State.REFUSED, form.refusalReason());
  }

  private void answered(Commitment about, Change change, Change.State state, String reason) {
    long other = about.counterparty(change.party());
    if (!workflows.complete(Actors.current(), about.subject(), DECIDE, CHANGE, change.id())) {
      throw new IllegalStateException("No open " + DECIDE + " for change " + change.id());
    }
    record(about, change, state, other, reason);
    books.tell(
        state == Change.State.ACCEPTED
            ? CommitmentNews.What.CHANGE_ACCEPTED
            : CommitmentNews.What.CHANGE_REFUSED,
        about,
        change.aboutDue(),
        change.party(),
        other,
        reason);
  }

  private void record(
      Commitment about, Change change, Change.State state, long other, String reason) {
    books
        .ledger()
        .record(
            books.programme(about),
            "commitment-change-over",
            books.details(
                about,
                "party",
                books.name(other),
                "state",
                state.name(),
                "newDue",
                change.terms().firstDue().toString(),
                "reason",
                reason));
  }

  private Commitment locked(long id) {
    store.lock(id);
    return commitments.get(id);
  }

  private Change answerable(Commitment about) {
    Actor actor = Actors.current();
    Change change = toAnswer(actor, about).orElseThrow(() -> Refusal.of("refusal.change.notAsked"));
    new Check().that(!change.proposedBy().equals(actor.userId()), "refusal.change.own").done();
    return change;
  }

  /**
   * The other side was silent until its time was over: nothing changes, and nobody consented.
   *
   * @param process process instance whose clock lapsed
   */
  public void lapse(long id, String process) {
    Change change = changes.find(id).orElseThrow();
    Commitment about = locked(change.commitment());
    LegalClock clock =
        clocks.of(about.subject()).stream()
            .filter(c -> c.step().equals(DECIDING) && c.occurrence().equals(process))
            .max(Comparator.comparing(LegalClock::id))
            .orElseThrow();
    changes.over(id, Change.State.UNANSWERED, LocalDate.now(time), null, null, clock.id());
    long other = about.counterparty(change.party());
    record(about, change, Change.State.UNANSWERED, other, "");
    for (long told : List.of(change.party(), other)) {
      books.tell(CommitmentNews.What.CHANGE_UNANSWERED, about, change.aboutDue(), told, other, "");
    }
  }
}
