package org.trame.board;

import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.springframework.stereotype.Component;
import org.trame.deadline.LegalClock;
import org.trame.worksheet.Edit;
import org.trame.worksheet.Edits;

/** The acts on a clock the reader may do now: extend, suspend, resume. */
@Component
class ClockActs {

  private static final Map<String, Predicate<LegalClock>> FITTING =
      Map.of(
          "extend-clock", c -> c.limit().extensible().isPresent(),
          "suspend-clock", c -> !c.limit().suspendedBy().isEmpty() && c.suspendedOn() == null,
          "resume-clock", c -> c.suspendedOn() != null);

  private final Edits edits;

  ClockActs(Edits edits) {
    this.edits = edits;
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
    return edits.availableWithoutTask(clock.subject()).stream()
        .map(Edit::name)
        .filter(n -> FITTING.containsKey(n) && FITTING.get(n).test(clock))
        .sorted()
        .map(
            n ->
                new Act(
                    n, "/programmes/" + clock.subject() + "/edits/" + n + "?clock=" + clock.id()))
        .toList();
  }
}
