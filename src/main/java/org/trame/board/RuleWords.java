package org.trame.board;

import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.trame.calendar.Suspension;
import org.trame.deadline.Explanation;
import org.trame.deadline.LegalClock;
import org.trame.deadline.TimeLimit;
import org.trame.language.Messages;

/** The rule of a clock in plain words. */
@Component
class RuleWords {

  private final Explanation explanation;
  private final Messages messages;

  RuleWords(Explanation explanation, Messages messages) {
    this.explanation = explanation;
    this.messages = messages;
  }

  /**
   * A rule in words.
   *
   * @param term how long
   * @param calendar which days off it knows
   * @param silence what silence is worth
   * @param suspension what suspends it and how it runs on
   * @param extension what may be added, by whom, how often
   * @param changeableBy who may change it for its own programmes, or null if nobody may
   */
  record Rule(
      String term,
      String calendar,
      String silence,
      String suspension,
      String extension,
      String changeableBy) {}

  Rule of(LegalClock clock) {
    TimeLimit limit = clock.limit();
    return new Rule(
        explanation.term(limit.term(), Messages.locale()),
        messages.sayOr("due.calendar." + limit.calendar(), limit.calendar()),
        messages.say("due.silence." + limit.silence()),
        suspension(limit),
        extension(clock),
        limit.changeableBy() == TimeLimit.ChangeableBy.NOBODY
            ? null
            : messages.say("due.changeableBy." + limit.changeableBy()));
  }

  private String suspension(TimeLimit limit) {
    Set<String> causes = limit.suspendedBy();
    if (causes.isEmpty()) {
      return messages.say("due.suspension.none");
    }
    String words =
        causes.stream()
            .map(c -> messages.sayOr("event." + c, c))
            .collect(Collectors.joining(" ; "));
    return messages.say(
        limit.resumption() == Suspension.Resumption.RESTART
            ? "due.suspension.restart"
            : "due.suspension.continue",
        words);
  }

  private String extension(LegalClock clock) {
    return clock
        .limit()
        .extensible()
        .map(
            e ->
                messages.say(
                    e.times() == 1 ? "due.extension.once" : "due.extension.times",
                    explanation.term(e.longest(), Messages.locale()),
                    new Messages.Key("role." + e.by()),
                    e.times(),
                    clock.extensions().size()))
        .orElseGet(() -> messages.say("due.extension.none"));
  }
}
