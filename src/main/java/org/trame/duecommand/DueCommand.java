package org.trame.duecommand;

import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.trame.calendar.Computed;
import org.trame.calendar.Term;
import org.trame.deadline.Explanation;
import org.trame.input.Refusal;
import org.trame.language.Languages;
import org.trame.language.Messages;
import org.trame.platform.Terminal;
import org.trame.regime.Regimes;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code trame due --limit "15 working days" --from 2026-12-18 --calendar be}. */
@Command(
    name = "due",
    description = "Calcule une échéance et dit pourquoi c’est ce jour-là.",
    mixinStandardHelpOptions = true)
public final class DueCommand implements Callable<Integer> {

  /** The date was printed. */
  static final int ANSWERED = 0;

  /** What was asked is not possible. */
  static final int REFUSED = 2;

  private final Supplier<Regimes> regimes;

  @Mixin private Asked asked;

  /**
   * @param regimes the rule tables, read only if a rule is asked for
   */
  public DueCommand(Supplier<Regimes> regimes) {
    this.regimes = regimes;
  }

  @Override
  public Integer call() {
    Quiet quiet = new Quiet();
    try {
      return run();
    } finally {
      quiet.end();
    }
  }

  private int run() {
    Messages messages = Messages.ofFiles();
    Locale locale = "nl".equals(asked.lang) ? Languages.DUTCH : Languages.FRENCH;
    Explanation explanation = new Explanation(messages);
    try {
      Terminal.print(answer(explanation, messages, locale));
      return ANSWERED;
    } catch (Refusal refusal) {
      Terminal.error(
          refusal.violations().stream()
              .map(v -> messages.say(locale, v.key(), said(v.args(), explanation, locale)))
              .collect(Collectors.joining(" ")));
      return REFUSED;
    }
  }

  private String answer(Explanation explanation, Messages messages, Locale locale) {
    oneOf(asked.lang, "refusal.due.lang", List.of("fr", "nl"));
    oneOf(asked.format, "refusal.due.format", List.of("text", "json"));
    Question question = new QuestionReader(asked, regimes, locale).read();
    Computed computed = question.compute();
    Answer answer = new Answer(question, computed, explanation, messages, locale);
    return "json".equals(asked.format) ? answer.json() : answer.text();
  }

  private static Object[] said(List<Object> args, Explanation explanation, Locale locale) {
    return args.stream()
        .map(arg -> arg instanceof Term term ? explanation.term(term, locale) : arg)
        .toArray();
  }

  private static void oneOf(String value, String refusal, List<String> values) {
    if (!values.contains(value)) {
      throw Refusal.of(refusal, value);
    }
  }
}
