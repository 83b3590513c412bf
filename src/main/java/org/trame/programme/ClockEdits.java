package org.trame.programme;

import java.util.List;
import java.util.function.Function;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.trame.input.Choices;
import org.trame.worksheet.Edit;

/** Changing the clocks of a programme, for whoever the rules let do it. */
@Configuration(proxyBeanMethods = false)
class ClockEdits {

  /** Choices by name. */
  private record Named(String name, Function<String, List<Choices.Choice>> offered)
      implements Choices {
    @Override
    public List<Choice> of(String subject) {
      return offered.apply(subject);
    }
  }

  @Bean
  Edit<ClockInputs.ExtendClock> extendClockEdit(ClockChanges changes) {
    return Edit.ofRoles(
        "extend-clock",
        ClockInputs.ExtendClock.class,
        changes::extend,
        (actor, subject) -> !changes.toExtend(subject).isEmpty());
  }

  @Bean
  Edit<ClockInputs.SuspendClock> suspendClockEdit(ClockChanges changes) {
    return Edit.ofRoles(
        "suspend-clock",
        ClockInputs.SuspendClock.class,
        changes::suspend,
        (actor, subject) -> !changes.toSuspend(subject).isEmpty());
  }

  @Bean
  Edit<ClockInputs.ResumeClock> resumeClockEdit(ClockChanges changes) {
    return Edit.ofRoles(
        "resume-clock",
        ClockInputs.ResumeClock.class,
        changes::resume,
        (actor, subject) -> !changes.toResume(subject).isEmpty());
  }

  @Bean
  Choices clocksToExtendChoices(ClockChanges changes) {
    return new Named("clocksToExtend", subject -> changes.choices(changes.toExtend(subject)));
  }

  @Bean
  Choices clocksToSuspendChoices(ClockChanges changes) {
    return new Named("clocksToSuspend", subject -> changes.choices(changes.toSuspend(subject)));
  }

  @Bean
  Choices clocksToResumeChoices(ClockChanges changes) {
    return new Named("clocksToResume", subject -> changes.choices(changes.toResume(subject)));
  }

  @Bean
  Choices suspendingEventsChoices(ClockChanges changes) {
    return new Named("suspendingEvents", changes::events);
  }
}
