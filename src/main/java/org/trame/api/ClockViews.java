package org.trame.api;

import java.util.List;
import java.util.Locale;
import org.springframework.stereotype.Component;
import org.trame.deadline.ClockComputation;
import org.trame.deadline.Explanation;
import org.trame.deadline.LegalClock;
import org.trame.due.Due;
import org.trame.language.Messages;

/** Clocks in the words of the interface. */
@Component
class ClockViews {

  private final Explanation explanation;
  private final Messages messages;

  ClockViews(Explanation explanation, Messages messages) {
    this.explanation = explanation;
    this.messages = messages;
  }

  /**
   * A clock.
   *
   * @param computations its computations, or null
   */
  ClockView of(Due due, List<ClockComputation> computations) {
    LegalClock clock = due.clock();
    Locale language = Messages.locale();
    return new ClockView(
        clock.id(),
        clock.step(),
        due.what(),
        new ProgrammeView.Named(clock.subject(), due.subject()),
        clock.state().name(),
        clock.startedOn(),
        clock.dueOn(),
        due.left(),
        clock.metOn(),
        clock.suspendedOn(),
        explanation.basis(clock.limit(), language),
        named("due.silence.", clock.silence().name()),
        named("role.", clock.limit().holder()),
        explanation.lines(clock.computed(), clock.limit(), language),
        clock.suspensions().stream()
            .map(s -> new ClockView.Stop(s.first(), s.last(), named("event.", s.cause())))
            .toList(),
        clock.extensions().stream()
            .map(
                t ->
                    new ClockView.Added(t.amount(), t.unit().name(), explanation.term(t, language)))
            .toList(),
        computations == null ? null : computations.stream().map(c -> of(clock, c)).toList());
  }

  private ClockView.Result of(LegalClock clock, ClockComputation computation) {
    return new ClockView.Result(
        computation.at(),
        computation.why(),
        computation.computed().due(),
        explanation.lines(computation.computed(), clock.limit(), Messages.locale()));
  }

  private ProgrammeView.Named named(String prefix, String code) {
    return new ProgrammeView.Named(code, messages.sayOr(prefix + code, code));
  }
}
