package org.trame.deadline;

import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import org.trame.calendar.WorkCalendar;
import org.trame.ledger.Ledger;

/**
 * Reminders before the end of a limit and the ladder after it: planned when a clock starts, planned
 * anew when it moves, forgotten when it ends, lapses or stands still. Any number of nodes may give
 * them at once: each is given once.
 */
@Component
public class Notices {

  /** Hour of the day from which the notices of that day are given. */
  public static final int HOUR = 6;

  /**
   * The timers of processes tell that a limit has passed; where none watches it, because its task
   * is not open yet or its process has failed, this tells a working day later. Silence has its
   * effect by a process alone.
   */
  private static final TimeLimit.Rung UNNOTICED = new TimeLimit.Rung(1, TimeLimit.HOLDER);

  private static final Logger LOG = LoggerFactory.getLogger(Notices.class);

  private final NoticePlan plan;
  private final Clocks clocks;
  private final ClockStore store;
  private final Reckoning reckoning;
  private final Ledger ledger;
  private final Clock time;
  private final ApplicationEventPublisher events;
  private final TransactionTemplate transaction;

  Notices(
      NoticePlan plan,
      Clocks clocks,
      ClockStore store,
      Reckoning reckoning,
      Ledger ledger,
      Clock time,
      ApplicationEventPublisher events,
      TransactionTemplate transaction) {
    this.plan = plan;
    this.clocks = clocks;
    this.store = store;
    this.reckoning = reckoning;
    this.ledger = ledger;
    this.time = time;
    this.events = events;
    this.transaction = transaction;
  }

  /**
   * Gives every notice that is due now, each in a transaction of its own.
   *
   * @return how many
   */
  public int run() {
    return run(today(), Set.of());
  }

  /** Gives every notice due on this day or before. */
  public int due(LocalDate day) {
    return run(day, Set.of());
  }

  /**
   * Gives the notices due on this day or before.
   *
   * @param except subjects that are left alone
   * @return how many
   */
  public int run(LocalDate day, Collection<String> except) {
    Set<Long> failed = new HashSet<>();
    int given = 0;
    for (boolean more = true; more; ) {
      long[] taken = {0};
      try {
        more = Boolean.TRUE.equals(transaction.execute(t -> next(day, except, failed, taken)));
        given += more ? 1 : 0;
      } catch (RuntimeException e) {
        // One that fails must not keep the others back; it is tried again at the next run.
        LOG.error("Notice {} not given", taken[0], e);
        more = taken[0] != 0;
        failed.add(taken[0]);
      }
    }
    return given;
  }

  private boolean next(LocalDate day, Collection<String> except, Set<Long> failed, long[] taken) {
    Optional<NoticePlan.Notice> notice = plan.take(day, except, failed);
    notice.ifPresent(
        n -> {
          taken[0] = n.id();
          give(store.get(n.clock()), n);
        });
    return notice.isPresent();
  }

  /** The first moment, not after this one, at which a notice is due; for simulated time. */
  public Optional<LocalDateTime> next(LocalDateTime until, Collection<String> except) {
    return plan.next(dayOf(until), except).map(day -> day.atTime(HOUR, 0));
  }

  /** Codes of the roles that were told of a missed clock so far. */
  public List<String> climbed(LegalClock clock) {
    return plan.climbed(clock.id());
  }

  /** What was given of a clock, and what is planned, in the order of days. */
  public List<PlannedNotice> of(LegalClock clock) {
    return plan.of(clock.id());
  }

  /** The reminders before the present ends of these clocks, by clock: one query. */
  public Map<Long, List<PlannedNotice>> warnings(Collection<Long> clocks) {
    return clocks.isEmpty() ? Map.of() : plan.warnings(clocks);
  }

  @EventListener
  void started(ClockStarted started) {
    plan(started.clock());
  }

  @EventListener
  void moved(ClockMoved moved) {
    plan.drop(moved.clock().id());
    plan(moved.clock());
  }

  @EventListener
  void ended(ClockEnded ended) {
    plan.drop(ended.clock().id());
  }

  /** What is due at the miss itself is told at once, in its transaction. */
  @EventListener
  void missed(ClockMissed missed) {
    if (!missed.lapsed()) {
      plan(missed.clock());
      plan.rungs(missed.clock(), LocalDate.now(time)).forEach(n -> give(missed.clock(), n));
    }
  }

  private void plan(LegalClock clock) {
    if (clock.state() == LegalClock.State.SUSPENDED || !clock.open()) {
      return;
    }
    WorkCalendar days = reckoning.calendar(clock.limit(), clock.subject());
    for (TimeLimit.Rung rung : clock.limit().warnings()) {
      LocalDate day = days.plus(clock.dueOn(), -rung.days());
      if (!day.isBefore(LocalDate.now(time))) {
        plan.plan(clock, NoticePlan.Kind.WARN, rung, day);
      }
    }
    if (clock.state() == LegalClock.State.RUNNING && clock.silence() == TimeLimit.Silence.NONE) {
      plan.plan(clock, NoticePlan.Kind.MISS, UNNOTICED, days.plus(clock.dueOn(), UNNOTICED.days()));
    }
    for (TimeLimit.Rung rung : clock.limit().ladder()) {
      plan.plan(clock, NoticePlan.Kind.ESCALATE, rung, days.plus(clock.dueOn(), rung.days()));
    }
  }

  private void give(LegalClock clock, NoticePlan.Notice notice) {
    plan.given(notice);
    if (notice.kind() == NoticePlan.Kind.WARN) {
      events.publishEvent(new ClockWarned(clock, notice.role()));
      return;
    } else if (notice.kind() == NoticePlan.Kind.MISS) {
      clocks.miss(clock);
      return;
    }
    if (!notice.role().equals(TimeLimit.HOLDER)) {
      ledger.record(
          clock.subject(),
          "clock-escalated",
          Map.of(
              "step", clock.step(),
              "clock", String.valueOf(clock.id()),
              "role", notice.role(),
              "days", notice.days()));
    }
    events.publishEvent(
        new ClockEscalated(clock, new TimeLimit.Rung(notice.days(), notice.role())));
  }

  private LocalDate today() {
    return dayOf(LocalDateTime.now(time));
  }

  private static LocalDate dayOf(LocalDateTime moment) {
    return moment.getHour() < HOUR ? moment.toLocalDate().minusDays(1) : moment.toLocalDate();
  }
}
