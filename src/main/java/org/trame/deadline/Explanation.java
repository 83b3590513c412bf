package org.trame.deadline;

import java.time.LocalDate;
import java.time.MonthDay;
import java.time.format.DateTimeFormatter;
import java.time.format.TextStyle;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.trame.calendar.Calendars;
import org.trame.calendar.Computed;
import org.trame.calendar.DayOff;
import org.trame.calendar.Step;
import org.trame.calendar.Term;
import org.trame.calendar.Window;
import org.trame.language.Messages;

/** Says why a due date is that day: a sentence for each step of its computation. */
@Component
public class Explanation {

  private final Messages messages;

  /**
   * @param messages the texts of Trame
   */
  public Explanation(Messages messages) {
    this.messages = messages;
  }

  /**
   * One step and its sentence.
   *
   * @param kind what happens
   * @param from first day concerned
   * @param to last day concerned
   * @param text the sentence
   */
  public record Line(Step.Kind kind, LocalDate from, LocalDate to, String text) {}

  /** The sentences in the language of the current request. */
  public List<String> of(Computed computed, TimeLimit limit) {
    return of(computed, limit, Messages.locale());
  }

  /**
   * The sentences, from the act that starts the limit to its last day.
   *
   * @param limit the rule; null for a limit that follows none
   */
  public List<String> of(Computed computed, TimeLimit limit, Locale locale) {
    return lines(computed, limit, locale).stream().map(Line::text).toList();
  }

  /** The steps, each with its sentence. */
  public List<Line> lines(Computed computed, TimeLimit limit, Locale locale) {
    return computed.steps().stream()
        .map(
            s ->
                new Line(
                    s.kind(),
                    s.from(),
                    s.to(),
                    capitalised(sentence(s, Optional.ofNullable(limit), locale))))
        .toList();
  }

  /** Where the rule of a limit comes from; how days are counted where it follows none. */
  public String basis(TimeLimit limit, Locale locale) {
    return limit == null ? messages.say(locale, "explain.basis") : limit.source(locale);
  }

  /** A term in words: "15 jours ouvrables". */
  public String term(Term term, Locale locale) {
    return messages.say(locale, "explain.term." + term.unit(), term.amount());
  }

  /** A day in words: "lundi 21 décembre 2026". */
  public static String day(LocalDate day, Locale locale) {
    return day.getDayOfWeek().getDisplayName(TextStyle.FULL, locale)
        + " "
        + number(day.getDayOfMonth(), locale)
        + DateTimeFormatter.ofPattern(" MMMM yyyy", locale).format(day);
  }

  /** The first of a month is "1er" in French. */
  private static String number(int day, Locale locale) {
    return day == 1 && "fr".equals(locale.getLanguage()) ? "1er" : Integer.toString(day);
  }

  private static String capitalised(String sentence) {
    return sentence.substring(0, 1).toUpperCase(Locale.ROOT) + sentence.substring(1);
  }

  private String sentence(Step step, Optional<TimeLimit> limit, Locale locale) {
    String from = day(step.from(), locale);
    String to = day(step.to(), locale);
    return switch (step.kind()) {
      case START -> starts(from, limit, locale);
      case COUNT ->
          messages.say(
              locale,
              limit.isPresent() ? "explain.count" : "explain.count.plain",
              term(TimeLimit.term(step.detail()), locale),
              from,
              to,
              basis(limit.orElse(null), locale));
      case EXTENDED ->
          messages.say(locale, "explain.extended", term(TimeLimit.term(step.detail()), locale), to);
      case DAY_OFF -> messages.say(locale, "explain.dayOff", from, why(step, locale));
      case MOVED -> messages.say(locale, "explain.moved", from, why(step, locale));
      case MONTH_END -> messages.say(locale, "explain.monthEnd", from);
      case CLEAR -> messages.say(locale, "explain.clear", from);
      case SUSPENDED ->
          messages.say(
              locale, "explain.suspended", from, to, days(step), event(step.detail(), locale));
      case WINDOW ->
          messages.say(locale, "explain.window", from, to, days(step), window(step, locale));
      case RESTARTED -> messages.say(locale, "explain.restarted", from);
      case EVENT ->
          messages.say(
              locale,
              "explain.event",
              from,
              limit.map(l -> event(l.startsWith(), locale)).orElse(""),
              basis(limit.orElse(null), locale));
      case DUE -> messages.say(locale, "explain.due", from);
    };
  }

  private String starts(String from, Optional<TimeLimit> limit, Locale locale) {
    return limit
        .map(l -> messages.say(locale, "explain.start", from, event(l.startsWith(), locale)))
        .orElseGet(() -> messages.say(locale, "explain.start.plain", from));
  }

  private static long days(Step step) {
    return ChronoUnit.DAYS.between(step.from(), step.to()) + 1;
  }

  /** The event's text; a cause that is no code is said as it was written. */
  private String event(String code, Locale locale) {
    return code.isEmpty()
        ? messages.say(locale, "explain.noCause")
        : messages.sayOr(locale, "event." + code, code);
  }

  private String window(Step step, Locale locale) {
    Window window = Window.parse(step.detail()).get(0);
    return messages.say(
        locale, "explain.window.yearly", day(window.from(), locale), day(window.to(), locale));
  }

  private static String day(MonthDay day, Locale locale) {
    return number(day.getDayOfMonth(), locale)
        + " "
        + day.getMonth().getDisplayName(TextStyle.FULL, locale);
  }

  private String why(Step step, Locale locale) {
    String[] words = step.detail().split(" ", 2);
    String name = words[1];
    return messages.say(
        locale,
        "explain.off." + words[0],
        DayOff.Kind.HOLIDAY.name().equals(words[0]) ? Calendars.nameOf(name, locale) : name);
  }
}
