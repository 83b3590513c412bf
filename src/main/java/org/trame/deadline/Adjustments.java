package org.trame.deadline;

import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.trame.access.Actors;
import org.trame.calendar.Computation;
import org.trame.calendar.Computed;
import org.trame.calendar.Term;
import org.trame.input.Check;
import org.trame.input.Refusal;
import org.trame.language.Messages;
import org.trame.ledger.Ledger;

/** Suspends, resumes, extends and moves clocks where their rule allows it. */
@Component
class Adjustments {

  private final ClockStore store;
  private final Reckoning reckoning;
  private final Responsibilities responsibilities;
  private final Ledger ledger;
  private final Clock time;
  private final ApplicationEventPublisher events;

  Adjustments(
      ClockStore store,
      Reckoning reckoning,
      Responsibilities responsibilities,
      Ledger ledger,
      Clock time,
      ApplicationEventPublisher events) {
    this.store = store;
    this.reckoning = reckoning;
    this.responsibilities = responsibilities;
    this.ledger = ledger;
    this.time = time;
    this.events = events;
  }

  LegalClock suspend(long id, String cause, LocalDate on, String reason) {
    LegalClock clock = store.lock(id);
    LocalDate last =
        store.events(id).stream()
            .filter(e -> e.kind() == ClockEvent.Kind.RESUMED)
            .map(ClockEvent::on)
            .reduce(clock.startedOn(), (a, b) -> b);
    new Check()
        .that(
            clock.state() != LegalClock.State.SUSPENDED, "", "refusal.clock.suspended", step(clock))
        .that(clock.open(), "", "refusal.clock.ended", step(clock))
        .that(
            clock.limit().suspendedBy().contains(cause),
            "cause",
            "refusal.clock.cause",
            step(clock),
            clock.source())
        .that(!on.isAfter(today()), "on", "refusal.clock.future", on)
        .that(!on.isBefore(last), "on", "refusal.clock.before", last)
        .that(!on.isAfter(clock.dueOn()), "on", "refusal.clock.over", clock.dueOn())
        .done();
    if (clock.state() == LegalClock.State.MISSED) {
      throw Refusal.at("on", "refusal.clock.over", clock.dueOn());
    }
    store.suspend(id, on, cause);
    store.happened(id, ClockEvent.Kind.SUSPENDED, on, cause, null, reason);
    Map<String, String> details = details(clock, reason);
    details.put("cause", cause);
    details.put("on", on.toString());
    return moved(id, ClockEvent.Kind.SUSPENDED, "clock-suspended", details);
  }

  LegalClock resume(long id, LocalDate on, String reason) {
    LegalClock clock = store.lock(id);
    new Check()
        .that(clock.state() == LegalClock.State.SUSPENDED, "", "refusal.clock.running", step(clock))
        .done();
    new Check()
        .that(
            !on.isBefore(clock.suspendedOn()),
            "on",
            "refusal.clock.resumedBefore",
            clock.suspendedOn())
        .that(!on.isAfter(today()), "on", "refusal.clock.future", on)
        .done();
    store.happened(id, ClockEvent.Kind.RESUMED, on, clock.suspendedBy(), null, reason);
    LocalDate due = recompute(id, ClockEvent.Kind.RESUMED);
    Map<String, String> details = details(clock, reason);
    details.put("days", String.valueOf(on.toEpochDay() - clock.suspendedOn().toEpochDay()));
    details.put("due", due.toString());
    return moved(id, ClockEvent.Kind.RESUMED, "clock-resumed", details);
  }

  LegalClock extend(long id, Term term, LocalDate on, String reason) {
    LegalClock clock = store.lock(id);
    TimeLimit.ExtensionRule rule =
        clock
            .limit()
            .extensible()
            .orElseThrow(
                () -> Refusal.of("refusal.clock.notExtensible", step(clock), clock.source()));
    long times =
        store.events(id).stream().filter(e -> e.kind() == ClockEvent.Kind.EXTENDED).count();
    new Check()
        .that(
            responsibilities.holds(Actors.current(), clock.subject(), rule.by()),
            "",
            "refusal.clock.extendRole",
            new Messages.Key("role." + rule.by()),
            clock.source())
        .that(clock.open(), "", "refusal.clock.ended", step(clock))
        .that(
            clock.state() == LegalClock.State.SUSPENDED
                || (clock.state() != LegalClock.State.MISSED && !on.isAfter(clock.dueOn())),
            "",
            "refusal.clock.extendLate",
            clock.dueOn())
        .that(times < rule.times(), "", "refusal.clock.extendTimes", rule.times(), clock.source())
        .that(
            !Computation.longer(
                term,
                rule.longest(),
                reckoning.calendar(clock.limit(), clock.subject()),
                clock.dueOn()),
            "amount",
            "refusal.clock.extendLong",
            rule.longest().amount(),
            new Messages.Key("unit." + rule.longest().unit()),
            clock.source())
        .done();
    store.happened(id, ClockEvent.Kind.EXTENDED, on, "", term, reason);
    LocalDate due = recompute(id, ClockEvent.Kind.EXTENDED);
    Map<String, String> details = details(clock, reason);
    details.put("amount", String.valueOf(term.amount()));
    details.put("unit", term.unit().name());
    details.put("due", due.toString());
    details.put("source", clock.source());
    return moved(id, ClockEvent.Kind.EXTENDED, "clock-extended", details);
  }

  LegalClock moveTo(long id, LocalDate due, String reason) {
    LegalClock clock = store.lock(id);
    new Check().that(clock.open(), "", "refusal.clock.ended", step(clock)).done();
    store.happened(id, ClockEvent.Kind.MOVED, due, "", null, reason);
    store.event(id, due);
    store.change(id, LegalClock.State.RUNNING, due);
    store.computed(id, Computed.event(due), ClockEvent.Kind.MOVED.name());
    Map<String, String> details = details(clock, reason);
    details.put("due", due.toString());
    return moved(id, ClockEvent.Kind.MOVED, "clock-moved", details);
  }

  private LocalDate recompute(long id, ClockEvent.Kind why) {
    LegalClock clock = store.get(id);
    Computed computed = reckoning.again(clock);
    store.computed(id, computed, why.name());
    if (why == ClockEvent.Kind.EXTENDED && clock.state() == LegalClock.State.SUSPENDED) {
      store.due(id, computed.due());
    } else {
      store.change(id, LegalClock.State.RUNNING, computed.due());
    }
    return computed.due();
  }

  private LegalClock moved(
      long id, ClockEvent.Kind change, String act, Map<String, String> details) {
    LegalClock clock = store.get(id);
    ledger.record(clock.subject(), act, details);
    events.publishEvent(new ClockMoved(clock, change));
    return clock;
  }

  private static Map<String, String> details(LegalClock clock, String reason) {
    Map<String, String> details = new HashMap<>();
    details.put("step", clock.step());
    details.put("clock", String.valueOf(clock.id()));
    details.put("reason", reason);
    return details;
  }

  private static Messages.Key step(LegalClock clock) {
    return new Messages.Key("limit." + clock.step());
  }

  private LocalDate today() {
    return LocalDate.now(time);
  }
}
