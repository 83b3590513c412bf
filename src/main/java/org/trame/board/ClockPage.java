package org.trame.board;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.trame.deadline.ClockComputation;
import org.trame.deadline.Clocks;
import org.trame.deadline.Explanation;
import org.trame.deadline.LegalClock;
import org.trame.due.DueList;
import org.trame.language.Messages;
import org.trame.workflow.TrameClock;

/** Why a due date is that day, what follows from it, and what happened to it. */
@Component
public class ClockPage {

  private final DueList list;
  private final Clocks clocks;
  private final Explanation explanation;
  private final RuleWords rules;
  private final ClockNotices notices;
  private final ClockActs acts;
  private final Story story;
  private final Messages messages;

  ClockPage(
      DueList list,
      Clocks clocks,
      Explanation explanation,
      RuleWords rules,
      ClockNotices notices,
      ClockActs acts,
      Story story,
      Messages messages) {
    this.list = list;
    this.clocks = clocks;
    this.explanation = explanation;
    this.rules = rules;
    this.notices = notices;
    this.acts = acts;
    this.story = story;
    this.messages = messages;
  }

  /** The page's values by name. */
  public Map<String, Object> of(LegalClock clock) {
    Locale language = Messages.locale();
    Map<String, Object> page = new HashMap<>();
    page.put("clock", clock);
    page.put("due", list.of(clock));
    page.put("day", Explanation.day(clock.dueOn(), language));
    page.put("steps", explanation.lines(clock.computed(), clock.limit(), language));
    page.put("basis", explanation.basis(clock.limit(), language));
    page.put("rule", rules.of(clock));
    page.put("notices", notices.of(clock));
    page.put("acts", acts.of(clock));
    page.put("earlier", earlier(clock, language));
    page.put("story", story.ofClock(clock));
    return page;
  }

  /** The computations before the last, the latest first, each with what put an end to it. */
  private List<Earlier> earlier(LegalClock clock, Locale language) {
    List<ClockComputation> all = clocks.computations(clock.id());
    List<Earlier> earlier = new java.util.ArrayList<>();
    for (int i = 0; i + 1 < all.size(); i++) {
      ClockComputation next = all.get(i + 1);
      earlier.add(
          new Earlier(
              Explanation.day(all.get(i).computed().due(), language),
              messages.say("due.before." + next.why()),
              day(next.at()),
              explanation.lines(all.get(i).computed(), clock.limit(), language)));
    }
    Collections.reverse(earlier);
    return earlier;
  }

  private static LocalDate day(Instant at) {
    return at.atZone(TrameClock.BRUSSELS).toLocalDate();
  }

  /**
   * A computation that does not hold any more.
   *
   * @param due the end it gave, in words
   * @param cause what changed it
   * @param on when it was changed
   * @param lines its steps
   */
  record Earlier(String due, String cause, LocalDate on, List<Explanation.Line> lines) {}
}
