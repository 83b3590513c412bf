package org.trame.duecommand;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.trame.calendar.Calendars;
import org.trame.calendar.Computation;
import org.trame.calendar.Counting;
import org.trame.calendar.Suspension;
import org.trame.calendar.Suspension.Resumption;
import org.trame.calendar.Term;
import org.trame.calendar.WorkCalendar;
import org.trame.deadline.TimeLimit;
import org.trame.deadline.TimeLimit.ExtensionRule;
import org.trame.input.Refusal;
import org.trame.language.Messages;
import org.trame.regime.Regimes;

/** Makes a question of what was typed, or says in a sentence why it is none. */
final class QuestionReader {

  private static final String DEFAULT_CALENDAR = "be";

  private final Asked asked;
  private final Supplier<Regimes> regimes;
  private final Locale locale;

  QuestionReader(Asked asked, Supplier<Regimes> regimes, Locale locale) {
    this.asked = asked;
    this.regimes = regimes;
    this.locale = locale;
  }

  /**
   * @throws Refusal with the reason, if it is no question
   */
  Question read() {
    demand(asked.limit != null || asked.regime != null || asked.step != null, "refusal.due.which");
    demand(asked.limit == null || asked.regime == null && asked.step == null, "refusal.due.both");
    demand(asked.limit != null || asked.regime != null && asked.step != null, "refusal.due.half");
    demand(asked.from != null, "refusal.due.noFrom");
    demand(!asked.restart || !asked.suspended.isEmpty(), "refusal.due.restart");
    LocalDate from = Typed.day(asked.from);
    Question plain = asked.limit == null ? ruled(from) : free(from);
    try {
      return suspended(plain.with(List.of(), extensions(plain)));
    } catch (Computation.NoEnd e) {
      throw Refusal.of("refusal.due.noEnd");
    }
  }

  private Question ruled(LocalDate from) {
    for (String option : onlyWithLimit()) {
      throw Refusal.of("refusal.due.onlyWithLimit", option);
    }
    Regimes rules = regimes.get();
    known(asked.regime, rules.all(), "refusal.due.regime");
    known(asked.step, rules.keys(asked.regime, TimeLimit.TABLE), "refusal.due.step");
    TimeLimit limit =
        TimeLimit.of(
            asked.step, rules.decide(asked.regime, TimeLimit.TABLE, Map.of("step", asked.step)));
    return new Question(
        asked.regime,
        limit,
        limit.counting(closed(limit.workCalendar())),
        from,
        List.of(),
        List.of());
  }

  private List<String> onlyWithLimit() {
    return Stream.of(
            asked.calendar == null ? "" : Asked.CALENDAR,
            asked.rollForward ? Asked.ROLL_FORWARD : "",
            asked.notCounted.isEmpty() ? "" : Asked.NOT_COUNTED)
        .filter(option -> !option.isEmpty())
        .toList();
  }

  private Question free(LocalDate from) {
    Term term = Typed.term(asked.limit);
    String calendar = asked.calendar == null ? DEFAULT_CALENDAR : asked.calendar;
    known(calendar, Calendars.codes(), "refusal.due.calendar");
    Counting counting =
        new Counting(
            term,
            closed(Calendars.of(calendar)),
            asked.rollForward,
            Typed.windows(asked.notCounted));
    return new Question(null, null, counting, from, List.of(), List.of());
  }

  private WorkCalendar closed(WorkCalendar calendar) {
    return calendar.closedOn(
        asked.closed.stream()
            .map(Typed::day)
            .distinct()
            .collect(Collectors.toMap(day -> day, day -> "--closed")));
  }

  private List<Term> extensions(Question plain) {
    List<Term> terms = asked.extended.stream().map(Typed::term).toList();
    if (plain.rule() == null || terms.isEmpty()) {
      return terms;
    }
    ExtensionRule rule =
        plain
            .rule()
            .extensible()
            .orElseThrow(
                () ->
                    Refusal.of(
                        "refusal.due.notExtensible",
                        new Messages.Key("limit." + asked.step),
                        plain.rule().source(locale)));
    demand(
        terms.size() <= rule.times(),
        "refusal.due.tooOften",
        rule.times(),
        plain.rule().source(locale));
    LocalDate due = plain.compute().due();
    for (Term term : terms) {
      demand(
          !Computation.longer(term, rule.longest(), plain.counting().calendar(), due),
          "refusal.due.tooLong",
          term,
          rule.longest(),
          plain.rule().source(locale));
    }
    return terms;
  }

  /** Each suspension has to meet a limit that runs. */
  private Question suspended(Question plain) {
    List<Suspension> all =
        asked.suspended.stream()
            .map(text -> Typed.suspension(text, resumption(plain), cause(plain)))
            .sorted(Comparator.comparing(Suspension::first))
            .toList();
    Question question = plain;
    for (Suspension suspension : all) {
      demand(
          !suspension.first().isBefore(plain.from()),
          "refusal.due.beforeStart",
          suspension.first(),
          plain.from());
      LocalDate due = question.compute().due();
      demand(!suspension.first().isAfter(due), "refusal.due.afterEnd", suspension.first(), due);
      List<Suspension> further = new ArrayList<>(question.suspensions());
      further.add(suspension);
      question = question.with(further, question.extensions());
    }
    question.compute();
    return question;
  }

  private Resumption resumption(Question plain) {
    return asked.restart
        ? Resumption.RESTART
        : plain.ruled().map(TimeLimit::resumption).orElse(Resumption.CONTINUE);
  }

  /** The event that suspends, if the rule knows only one. */
  private static String cause(Question plain) {
    return plain
        .ruled()
        .filter(rule -> rule.suspendedBy().size() == 1)
        .map(rule -> rule.suspendedBy().iterator().next())
        .orElse("");
  }

  private static void known(String value, List<String> values, String refusal) {
    demand(values.contains(value), refusal, value, String.join(", ", values));
  }

  private static void demand(boolean holds, String refusal, Object... args) {
    if (!holds) {
      throw Refusal.of(refusal, args);
    }
  }
}
