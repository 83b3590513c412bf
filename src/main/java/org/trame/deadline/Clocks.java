package org.trame.deadline;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.trame.calendar.Computed;
import org.trame.calendar.Term;
import org.trame.ledger.Ledger;
import org.trame.regime.Regimes;

/**
 * The clocks of all programmes. Every change is in the ledger and moves the engine's timers in the
 * same transaction; whoever changes a clock holds its row until the end of it.
 */
@Component
@Transactional
public class Clocks {

  /** Occurrence of a limit that belongs to the programme, not to one of its process instances. */
  public static final String WHOLE_PROGRAMME = "";

  private final ClockStore store;
  private final Reckoning reckoning;
  private final Adjustments adjustments;
  private final Responsibilities responsibilities;
  private final ObjectProvider<LimitChanges> changes;
  private final Regimes regimes;
  private final Ledger ledger;
  private final Clock time;
  private final ApplicationEventPublisher events;

  Clocks(
      ClockStore store,
      Reckoning reckoning,
      Adjustments adjustments,
      Responsibilities responsibilities,
      ObjectProvider<LimitChanges> changes,
      Regimes regimes,
      Ledger ledger,
      Clock time,
      ApplicationEventPublisher events) {
    this.store = store;
    this.reckoning = reckoning;
    this.adjustments = adjustments;
    this.responsibilities = responsibilities;
    this.changes = changes;
    this.regimes = regimes;
    this.ledger = ledger;
    this.time = time;
    this.events = events;
  }

  /**
   * Starts a limit.
   *
   * @param from day of the act that starts it
   * @return the clock, with its due date
   * @throws java.util.NoSuchElementException if the regime has no such step
   */
  public LegalClock start(
      String regime, String subject, String step, String occurrence, LocalDate from) {
    TimeLimit limit = limit(regime, step, subject, from);
    return insert(
        limit, regime, subject, occurrence, from, null, reckoning.start(limit, subject, from));
  }

  /**
   * Starts a limit whose last day is an event's own (a sitting, the closing of an inquiry).
   *
   * @param dueOn the day of the event
   */
  public LegalClock startUntil(
      String regime, String subject, String step, String occurrence, LocalDate dueOn) {
    TimeLimit limit = limit(regime, step, subject, today());
    return insert(limit, regime, subject, occurrence, today(), dueOn, Computed.event(dueOn));
  }

  private LegalClock insert(
      TimeLimit limit,
      String regime,
      String subject,
      String occurrence,
      LocalDate from,
      LocalDate eventOn,
      Computed computed) {
    LegalClock clock =
        store.get(store.insert(limit, regime, subject, occurrence, from, eventOn, computed));
    events.publishEvent(new ClockStarted(clock));
    return clock;
  }

  /** The last day of a limit, as a clock started by an act of this day would have it. */
  public LocalDate due(String regime, String subject, String step, LocalDate from) {
    return reckoning.start(limit(regime, step, subject, from), subject, from).due();
  }

  /** The rule of a step, as the regime has it; the engine records which row fired. */
  public TimeLimit limit(String regime, String step) {
    return TimeLimit.of(step, regimes.decide(regime, TimeLimit.TABLE, Map.of("step", step)));
  }

  /** The rule of a step for this subject, with what was changed locally before this day. */
  public TimeLimit limit(String regime, String step, String subject, LocalDate on) {
    TimeLimit rule = limit(regime, step);
    return responsibilities
        .place(subject)
        .flatMap(
            place -> changes.stream().flatMap(c -> c.changed(rule, place, on).stream()).findFirst())
        .orElse(rule);
  }

  /** The clock with this id. */
  @Transactional(readOnly = true)
  public Optional<LegalClock> get(long id) {
    return store.find("c.id = ?", id).stream().findFirst();
  }

  /** The open clock of a step, if it runs. */
  @Transactional(readOnly = true)
  public Optional<LegalClock> open(String subject, String step, String occurrence) {
    return store
        .find(
            "c.subject = ? and c.step = ? and c.occurrence = ?" + ClockStore.OPEN,
            subject,
            step,
            occurrence)
        .stream()
        .reduce((first, last) -> last);
  }

  /** Every clock of a subject, oldest first. */
  @Transactional(readOnly = true)
  public List<LegalClock> of(String subject) {
    return store.find("c.subject = ?", subject);
  }

  /** Every clock of these subjects, oldest first: one query. */
  @Transactional(readOnly = true)
  public List<LegalClock> ofAll(Collection<String> subjects) {
    return store.find("c.subject = any (?)", (Object) subjects.toArray(String[]::new));
  }

  /** Every open clock of these subjects, the first due first: one query. */
  @Transactional(readOnly = true)
  public List<LegalClock> openOf(Collection<String> subjects) {
    return subjects.isEmpty() ? List.of() : store.openOf(subjects);
  }

  /** The next due date of each of these subjects that has a clock that runs: one query. */
  @Transactional(readOnly = true)
  public Map<String, LocalDate> nextDue(Collection<String> subjects) {
    return store.nextDue(subjects);
  }

  /** What happened to a clock, oldest first. */
  @Transactional(readOnly = true)
  public List<ClockEvent> events(long clock) {
    return store.events(clock);
  }

  /** The revisions of these clocks, by their ids: one query. */
  @Transactional(readOnly = true)
  public Map<Long, ClockRevision> revisions(Collection<Long> clocks) {
    return clocks.isEmpty() ? Map.of() : store.revisions(clocks);
  }

  /** Every computation of its due day, oldest first. */
  @Transactional(readOnly = true)
  public List<ClockComputation> computations(long clock) {
    return store.computations(clock);
  }

  /**
   * Stops a clock until {@link #resume}.
   *
   * @param cause code of an event that suspends it by its rule
   * @param on the day of that event
   * @param reason in the actor's words; may be empty
   * @throws org.trame.input.Refusal if the rule does not name the cause, the clock stands already
   *     or is over, or the day is impossible
   */
  public LegalClock suspend(LegalClock clock, String cause, LocalDate on, String reason) {
    return adjustments.suspend(clock.id(), cause, on, reason);
  }

  /**
   * Lets a suspended clock go on, or begin again, as its rule says.
   *
   * @param on the first day that counts again; not counted itself where the term begins again
   * @throws org.trame.input.Refusal if it runs, or the day is before the suspension or to come
   */
  public LegalClock resume(LegalClock clock, LocalDate on) {
    return adjustments.resume(clock.id(), on, "");
  }

  /** The same, with the actor's words. */
  public LegalClock resume(LegalClock clock, LocalDate on, String reason) {
    return adjustments.resume(clock.id(), on, reason);
  }

  /**
   * Grants more time, today.
   *
   * @throws org.trame.input.Refusal if the rule allows none, not so much, not again, not to this
   *     actor, or the due day is over
   */
  public LegalClock extend(LegalClock clock, Term term, String reason) {
    return adjustments.extend(clock.id(), term, today(), reason);
  }

  /** The same, granted by an act of this day that may be written down later. */
  public LegalClock extend(LegalClock clock, Term term, LocalDate on, String reason) {
    return adjustments.extend(clock.id(), term, on, reason);
  }

  /** Sets the due date of an open clock to an event's own day. */
  public LegalClock moveTo(LegalClock clock, LocalDate due, String reason) {
    return adjustments.moveTo(clock.id(), due, reason);
  }

  /** Something happened today: every running clock of the subject that it suspends stands still. */
  public void happened(String subject, String event) {
    for (LegalClock clock : openOf(List.of(subject))) {
      if (clock.state() == LegalClock.State.RUNNING
          && clock.limit().suspendedBy().contains(event)
          && !today().isAfter(clock.dueOn())) {
        suspend(clock, event, today(), "");
      }
    }
  }

  /** It is over today: every clock of the subject that it suspended runs again. */
  public void ceased(String subject, String event) {
    for (LegalClock clock : openOf(List.of(subject))) {
      if (event.equals(clock.suspendedBy())) {
        resume(clock, today());
      }
    }
  }

  /** The awaited act came today. */
  public void meet(LegalClock clock) {
    meet(clock, today());
  }

  /** The awaited act came on this day; it may be written down later. */
  public void meet(LegalClock clock, LocalDate on) {
    LegalClock now = store.lock(clock.id());
    if (now.open()) {
      boolean late = now.state() != LegalClock.State.SUSPENDED && on.isAfter(now.dueOn());
      end(now, late ? LegalClock.State.MET_LATE : LegalClock.State.MET, on);
    }
  }

  /** A period is over: it ended on its last day, whenever the program notices. */
  public void elapse(LegalClock clock) {
    LegalClock now = store.lock(clock.id());
    if (now.open()) {
      end(now, LegalClock.State.MET, now.dueOn());
    }
  }

  /** The act is not awaited any more. */
  public void drop(LegalClock clock) {
    LegalClock now = store.lock(clock.id());
    if (now.open()) {
      end(now, LegalClock.State.DROPPED, null);
    }
  }

  /**
   * The limit has passed. Where silence has an effect it has it now and nothing is awaited any
   * more; otherwise the clock stays open until the act comes. Nothing happens unless the clock
   * runs.
   *
   * @return whether it passed now
   */
  public boolean miss(LegalClock clock) {
    LegalClock now = store.lock(clock.id());
    if (now.state() != LegalClock.State.RUNNING || today().isBefore(now.dueOn())) {
      return false;
    }
    Map<String, String> details = new HashMap<>();
    details.put("step", now.step());
    details.put("clock", String.valueOf(now.id()));
    details.put("due", now.dueOn().toString());
    details.put("source", now.source());
    if (now.silence() == TimeLimit.Silence.NONE) {
      store.change(now.id(), LegalClock.State.MISSED, now.dueOn());
      ledger.record(now.subject(), "clock-missed", details);
      events.publishEvent(new ClockMissed(store.get(now.id()), false));
    } else {
      details.put("effect", now.silence().name());
      ledger.record(now.subject(), "clock-lapsed", details);
      LegalClock lapsed = end(now, LegalClock.State.LAPSED, null);
      events.publishEvent(new ClockMissed(lapsed, true));
    }
    return true;
  }

  /**
   * Silence seemed to have its effect, but the awaited act had come in time and was not known here:
   * there was no silence. Whoever puts it right undoes the effect, and says why in the ledger.
   *
   * @param on day the act came, the due day or before
   * @throws IllegalStateException if the clock did not lapse, or the act did not come in time
   */
  public LegalClock putRight(LegalClock clock, LocalDate on) {
    LegalClock now = store.lock(clock.id());
    if (now.state() != LegalClock.State.LAPSED || on.isAfter(now.dueOn())) {
      throw new IllegalStateException("No silence to put right by " + on + ": " + now);
    }
    store.end(now.id(), LegalClock.State.MET, on);
    LegalClock met = store.get(now.id());
    events.publishEvent(new ClockPutRight(met));
    return met;
  }

  private LegalClock end(LegalClock clock, LegalClock.State state, LocalDate metOn) {
    store.end(clock.id(), state, metOn);
    LegalClock ended = store.get(clock.id());
    events.publishEvent(new ClockEnded(ended));
    return ended;
  }

  private LocalDate today() {
    return LocalDate.now(time);
  }
}
