package org.trame.localpractice;

import java.time.MonthDay;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.trame.calendar.Suspension;
import org.trame.calendar.Term;
import org.trame.calendar.Window;
import org.trame.deadline.TimeLimit;
import org.trame.language.Messages;

/** A time limit as people read it. */
@Component
public class LimitWords {

  private static final DateTimeFormatter DAY_OF_YEAR = DateTimeFormatter.ofPattern("dd/MM");

  private final Messages messages;

  LimitWords(Messages messages) {
    this.messages = messages;
  }

  /** A term: 30 days. */
  public String term(Term term) {
    return messages.say("explain.term." + term.unit(), term.amount());
  }

  /** What is due, with a capital letter. */
  public String step(String step) {
    String words = messages.sayOr("limit." + step, step);
    return words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
  }

  /**
   * What there is to say, a heading and a sentence or lines each, in the order of reading.
   *
   * @param table the rule it was before it was changed; its reminders are said too if they differ
   */
  public Map<String, String> of(TimeLimit rule, TimeLimit table) {
    Map<String, String> words = new LinkedHashMap<>();
    words.put("starts", messages.sayOr("event." + rule.startsWith(), rule.startsWith()));
    words.put("holder", role(rule.holder()));
    words.put("counted", counted(rule));
    if (!rule.suspendedBy().isEmpty()) {
      words.put("suspended", suspended(rule));
    }
    words.put("extension", extension(rule));
    words.put("silence", messages.say("limits.silence." + rule.silence()));
    String warnings = warnings(rule);
    String former = warnings(table);
    if (!warnings.equals(former)) {
      words.put("warnings", warnings + "\n" + messages.say("limits.former", former));
    } else if (!rule.warnings().isEmpty()) {
      words.put("warnings", warnings);
    }
    if (!rule.ladder().isEmpty()) {
      words.put("ladder", rungs(rule.ladder(), "limits.after", false));
    }
    return words;
  }

  private String warnings(TimeLimit rule) {
    return rule.warnings().isEmpty()
        ? messages.say("limits.noWarning")
        : rungs(rule.warnings(), "limits.before", true);
  }

  private String counted(TimeLimit rule) {
    List<String> sentences = new ArrayList<>();
    sentences.add(messages.say("limits.calendar." + rule.calendar()));
    sentences.add(messages.say(rule.rollsForward() ? "limits.rolls" : "limits.rollsNot"));
    for (Window window : rule.notCounted()) {
      sentences.add(messages.say("limits.window", day(window.from()), day(window.to())));
    }
    return String.join(" ", sentences);
  }

  private static String day(MonthDay day) {
    return DAY_OF_YEAR.format(day);
  }

  private String suspended(TimeLimit rule) {
    String causes =
        rule.suspendedBy().stream()
            .map(cause -> messages.sayOr("event." + cause, cause))
            .collect(Collectors.joining(", "));
    boolean restart = rule.resumption() == Suspension.Resumption.RESTART;
    return messages.say(restart ? "limits.restart" : "limits.continue", causes);
  }

  private String extension(TimeLimit rule) {
    return rule.extensible()
        .map(e -> messages.say("limits.extended", e.times(), term(e.longest()), role(e.by())))
        .orElseGet(() -> messages.say("limits.noExtension"));
  }

  private String rungs(List<TimeLimit.Rung> rungs, String key, boolean falling) {
    Map<Integer, List<String>> byDay =
        falling ? new TreeMap<>(Comparator.reverseOrder()) : new TreeMap<>();
    rungs.stream()
        .sorted(Comparator.comparing(r -> r.role().equals(TimeLimit.HOLDER) ? 0 : 1))
        .forEach(r -> byDay.computeIfAbsent(r.days(), d -> new ArrayList<>()).add(role(r.role())));
    return byDay.entrySet().stream()
        .map(e -> messages.say(key, e.getKey(), String.join(", ", e.getValue())))
        .collect(Collectors.joining("\n"));
  }

  /** A role, or whoever has the task. */
  public String role(String code) {
    return messages.sayOr("role." + code, code);
  }
}
