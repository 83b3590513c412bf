package org.trame.programme;

import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.trame.access.Actors;
import org.trame.calendar.Term;
import org.trame.deadline.Clocks;
import org.trame.deadline.LegalClock;
import org.trame.deadline.Responsibilities;
import org.trame.input.Choices.Choice;
import org.trame.input.Refusal;
import org.trame.language.Messages;

/**
 * Clocks of a programme that people change, outside of any task. Whoever the rule names extends a
 * limit; whoever has to act stops its clock and lets it run again. A clock is named by its step, or
 * by step and number where several of the same step are open.
 */
@Component
@Transactional
public class ClockChanges {

  private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM/yyyy");

  private final Clocks clocks;
  private final Programmes programmes;
  private final Responsibilities responsibilities;
  private final Messages messages;

  ClockChanges(
      Clocks clocks, Programmes programmes, Responsibilities responsibilities, Messages messages) {
    this.clocks = clocks;
    this.programmes = programmes;
    this.responsibilities = responsibilities;
    this.messages = messages;
  }

  /** The clocks the actor may extend. */
  @Transactional(readOnly = true)
  public List<LegalClock> toExtend(String programme) {
    return open(programme)
        .filter(c -> c.limit().extensible().filter(e -> holds(programme, e.by())).isPresent())
        .toList();
  }

  /** The running clocks the actor may stop. */
  @Transactional(readOnly = true)
  public List<LegalClock> toSuspend(String programme) {
    return open(programme)
        .filter(c -> c.state() == LegalClock.State.RUNNING)
        .filter(c -> !c.limit().suspendedBy().isEmpty() && holds(programme, c.limit().holder()))
        .toList();
  }

  /** The suspended clocks the actor may let run again. */
  @Transactional(readOnly = true)
  public List<LegalClock> toResume(String programme) {
    return open(programme)
        .filter(c -> c.state() == LegalClock.State.SUSPENDED)
        .filter(c -> holds(programme, c.limit().holder()))
        .toList();
  }

  /** What may be chosen among these clocks: what is due, and when. */
  @Transactional(readOnly = true)
  public List<Choice> choices(List<LegalClock> offered) {
    return offered.stream().map(c -> new Choice(name(c, offered), label(c))).toList();
  }

  /** The events that stop one of the clocks the actor may stop. */
  @Transactional(readOnly = true)
  public List<Choice> events(String programme) {
    return toSuspend(programme).stream()
        .flatMap(c -> c.limit().suspendedBy().stream())
        .distinct()
        .map(e -> new Choice(e, messages.sayOr("event." + e, e)))
        .toList();
  }

  void extend(String programme, ClockInputs.ExtendClock input) {
    LegalClock clock = find(toExtend(programme), input.clock());
    clocks.extend(clock, term(input), input.reason());
  }

  private static Term term(ClockInputs.ExtendClock input) {
    try {
      return new Term(input.amount(), input.unit());
    } catch (IllegalArgumentException outOfBounds) {
      throw Refusal.at("amount", "refusal.clock.term", input.amount());
    }
  }

  void suspend(String programme, ClockInputs.SuspendClock input) {
    LegalClock clock = find(toSuspend(programme), input.clock());
    clocks.suspend(clock, input.cause(), input.on(), text(input.reason()));
  }

  void resume(String programme, ClockInputs.ResumeClock input) {
    LegalClock clock = find(toResume(programme), input.clock());
    clocks.resume(clock, input.on(), text(input.reason()));
  }

  private static String text(String reason) {
    return reason == null ? "" : reason;
  }

  private static LegalClock find(List<LegalClock> offered, String name) {
    return offered.stream()
        .filter(c -> name(c, offered).equals(name))
        .findFirst()
        .orElseThrow(() -> Refusal.at("clock", "refusal.clock.notYours"));
  }

  private static String name(LegalClock clock, List<LegalClock> among) {
    boolean only = among.stream().filter(c -> c.step().equals(clock.step())).count() == 1;
    return only ? clock.step() : clock.step() + " " + clock.id();
  }

  private String label(LegalClock clock) {
    return messages.say("limit." + clock.step()) + " · " + DAY.format(clock.dueOn());
  }

  private Stream<LegalClock> open(String programme) {
    return programmes.find(programme).isEmpty()
        ? Stream.empty()
        : clocks.openOf(List.of(programme)).stream();
  }

  private boolean holds(String programme, String role) {
    return responsibilities.holds(Actors.current(), programme, role);
  }
}
