package org.trame.notification;

import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.trame.access.Actors;
import org.trame.access.Role;
import org.trame.access.account.Accounts;
import org.trame.deadline.ClockEscalated;
import org.trame.deadline.ClockMissed;
import org.trame.deadline.ClockMoved;
import org.trame.deadline.ClockPutRight;
import org.trame.deadline.ClockTasks;
import org.trame.deadline.ClockWarned;
import org.trame.deadline.LegalClock;
import org.trame.deadline.Responsibilities;
import org.trame.deadline.TimeLimit;
import org.trame.notification.Announcement.Kind;

/**
 * Tells people what happens to clocks, in the transaction in which it happens. Who has the task is
 * told; while it is a group's, every member. What somebody did is not told to that person.
 */
@Component
class ClockAnnouncer {

  private final Announcements announcements;
  private final Accounts accounts;
  private final Responsibilities responsibilities;
  private final ClockTasks tasks;
  private final Clock time;

  ClockAnnouncer(
      Announcements announcements,
      Accounts accounts,
      Responsibilities responsibilities,
      ClockTasks tasks,
      Clock time) {
    this.announcements = announcements;
    this.accounts = accounts;
    this.responsibilities = responsibilities;
    this.tasks = tasks;
    this.time = time;
  }

  @EventListener
  void warned(ClockWarned warned) {
    tell(warned.clock(), Kind.WARNED, recipients(warned.clock(), warned.role()), Map.of());
  }

  @EventListener
  void missed(ClockMissed missed) {
    LegalClock clock = missed.clock();
    if (missed.lapsed()) {
      Map<String, String> told = recipients(clock, TimeLimit.HOLDER);
      members(clock, Role.COORDINATOR.code()).forEach(told::putIfAbsent);
      tell(clock, Kind.LAPSED, told, Map.of("silence", clock.silence().name()));
    } else {
      tell(clock, Kind.MISSED, recipients(clock, TimeLimit.HOLDER), Map.of());
    }
  }

  @EventListener
  void escalated(ClockEscalated escalated) {
    LegalClock clock = escalated.clock();
    String role = escalated.rung().role();
    if (role.equals(TimeLimit.HOLDER)) {
      tell(clock, Kind.MISSED, recipients(clock, role), Map.of());
    } else {
      tell(clock, Kind.ESCALATED, recipients(clock, role), Map.of("role", role));
    }
  }

  @EventListener
  void moved(ClockMoved moved) {
    changed(moved.clock(), Kind.valueOf(moved.change().name()));
  }

  /** Those who were told of the silence are told that there was none. */
  @EventListener
  void putRight(ClockPutRight right) {
    changed(right.clock(), Kind.PUT_RIGHT);
  }

  private void changed(LegalClock clock, Kind kind) {
    Map<String, String> told = recipients(clock, TimeLimit.HOLDER);
    members(clock, Role.COORDINATOR.code()).forEach(told::putIfAbsent);
    told.remove(Actors.current().userId());
    tell(clock, kind, told, Map.of());
  }

  private void tell(
      LegalClock clock, Kind kind, Map<String, String> recipients, Map<String, String> more) {
    recipients.forEach(
        (account, task) -> {
          Map<String, String> details = new HashMap<>(more);
          details.put("step", clock.step());
          if (kind != Kind.SUSPENDED) {
            details.put(DigestTexts.DUE, clock.dueOn().toString());
          }
          if (!task.isEmpty() && kind != Kind.LAPSED) {
            details.put(DigestTexts.TASK, task);
          }
          announcements.tell(
              Recipient.account(account),
              kind,
              clock.subject(),
              clock.id(),
              details,
              LocalDate.now(time));
        });
  }

  /** Accounts, each with the task that is theirs to do, or an empty text. */
  private Map<String, String> recipients(LegalClock clock, String role) {
    if (!role.equals(TimeLimit.HOLDER)) {
      return members(clock, role);
    }
    Map<String, String> told = new LinkedHashMap<>();
    List<ClockTasks.Held> open = tasks.of(clock);
    open.stream()
        .filter(t -> t.assignee() != null)
        .forEach(t -> told.putIfAbsent(t.assignee(), t.task()));
    open.stream()
        .filter(t -> t.assignee() == null)
        .forEach(t -> holders(clock, t).forEach(account -> told.putIfAbsent(account, t.task())));
    return open.isEmpty() ? members(clock, clock.limit().holder()) : told;
  }

  /** Who may do a task nobody has taken; once it is late, without those told by the ladder. */
  private Set<String> holders(LegalClock clock, ClockTasks.Held task) {
    Set<String> holders = new LinkedHashSet<>();
    Set<String> others = clock.state() == LegalClock.State.MISSED ? ladder(clock) : Set.of();
    task.groups().stream()
        .filter(group -> !others.contains(group))
        .forEach(group -> holders.addAll(accounts.members(group)));
    return holders.isEmpty() ? members(clock, clock.limit().holder()).keySet() : holders;
  }

  private Set<String> ladder(LegalClock clock) {
    return clock.limit().ladder().stream()
        .map(TimeLimit.Rung::role)
        .filter(role -> !role.equals(TimeLimit.HOLDER))
        .flatMap(role -> responsibilities.group(clock.subject(), role).stream())
        .collect(Collectors.toSet());
  }

  private Map<String, String> members(LegalClock clock, String role) {
    Map<String, String> members = new LinkedHashMap<>();
    responsibilities
        .group(clock.subject(), role)
        .ifPresent(g -> accounts.members(g).forEach(account -> members.put(account, "")));
    return members;
  }
}
