package org.trame.board;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.springframework.web.util.UriComponentsBuilder;
import org.trame.deadline.LegalClock;
import org.trame.programme.ClockChanges;

/** What the reader may do to a clock now: extend, suspend, resume. */
@Component
class ClockActs {

  private final ClockChanges changes;

  ClockActs(ClockChanges changes) {
    this.changes = changes;
  }

  /**
   * An act.
   *
   * @param name of the edit
   * @param page address of its form, with the clock chosen
   */
  record Act(String name, String page) {}

  List<Act> of(LegalClock clock) {
    if (!clock.open()) {
      return List.of();
    }
    String subject = clock.subject();
    return Stream.of(
            act("extend-clock", clock, changes.toExtend(subject)),
            act("suspend-clock", clock, changes.toSuspend(subject)),
            act("resume-clock", clock, changes.toResume(subject)))
        .flatMap(Optional::stream)
        .toList();
  }

  private Optional<Act> act(String edit, LegalClock clock, List<LegalClock> offered) {
    List<Long> ids = offered.stream().map(LegalClock::id).toList();
    if (!ids.contains(clock.id())) {
      return Optional.empty();
    }
    String choice = changes.choices(offered).get(ids.indexOf(clock.id())).value();
    String page =
        UriComponentsBuilder.fromPath("/programmes/{programme}/edits/{edit}")
            .queryParam("clock", "{clock}")
            .build(clock.subject(), edit, choice)
            .toString();
    return Optional.of(new Act(edit, page));
  }
}
