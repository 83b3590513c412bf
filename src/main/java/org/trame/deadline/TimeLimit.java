package org.trame.deadline;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.trame.calendar.Calendars;
import org.trame.calendar.Counting;
import org.trame.calendar.Suspension;
import org.trame.calendar.Term;
import org.trame.calendar.Unit;
import org.trame.calendar.Window;
import org.trame.calendar.WorkCalendar;
import org.trame.regime.Rule;

/**
 * How long a step may take, and what follows: a row of a regime's table {@code TimeLimits}.
 *
 * @param step code of the step
 * @param term how long
 * @param calendar code of the calendar of working days
 * @param rollsForward whether an end on a day off moves to the next working day
 * @param startsWith code of the event that starts it: text {@code event.<code>}
 * @param notCounted parts of every year whose days do not count
 * @param suspendedBy codes of the events that suspend it: text {@code event.<code>}
 * @param resumption how it runs on after a suspension
 * @param extension what may be added, or null if nothing
 * @param silence what the law makes of silence when it has passed
 * @param holder code of the role that has to act
 * @param warnings who is reminded how many working days before the end
 * @param ladder who is told, and may act too, how many working days after the end
 * @param changeableBy who may change the row for its own programmes
 * @param source legal basis in French, or "Pratique locale"
 * @param sourceNl the same in Dutch
 */
public record TimeLimit(
    String step,
    Term term,
    String calendar,
    boolean rollsForward,
    String startsWith,
    List<Window> notCounted,
    Set<String> suspendedBy,
    Suspension.Resumption resumption,
    ExtensionRule extension,
    Silence silence,
    String holder,
    List<Rung> warnings,
    List<Rung> ladder,
    ChangeableBy changeableBy,
    String source,
    String sourceNl) {

  /** Name of the decision table, after the regime's own. */
  public static final String TABLE = "TimeLimits";

  /** Stands for whoever has the task. */
  public static final String HOLDER = "holder";

  /** How the source of a row begins that no text fixes. */
  public static final String LOCAL_PRACTICE = "Pratique locale";

  /** The same in Dutch. */
  public static final String LOCAL_PRACTICE_NL = "Lokale praktijk";

  /** What silence is worth. */
  public enum Silence {
    /** Nothing: the act is still awaited. */
    NONE,
    /** The act is deemed approved. */
    APPROVED,
    /** The act is deemed refused. */
    REFUSED,
    /** The procedure goes on without the opinion. */
    PROCEEDS
  }

  /** Who may change a row that no text fixes. */
  public enum ChangeableBy {
    /** Nobody: it is law. */
    NOBODY,
    MUNICIPALITY,
    REGION
  }

  /**
   * Somebody to tell.
   *
   * @param days working days before or after the end
   * @param role code of a role, or {@link #HOLDER}
   */
  public record Rung(int days, String role) {}

  /**
   * What may be added to the term.
   *
   * @param longest at most this each time
   * @param by code of the role that grants it
   * @param times how often at most
   */
  public record ExtensionRule(Term longest, String by, int times) {}

  /**
   * Reads a row.
   *
   * @throws RuntimeException if a cell is not understood
   */
  public static TimeLimit of(String step, Rule rule) {
    return new TimeLimit(
        step,
        new Term(rule.integer("amount"), Unit.valueOf(rule.string("unit"))),
        rule.string("calendar"),
        rule.yes("rollsForward"),
        rule.string("startsWith"),
        Window.parse(rule.string("notCounted")),
        codes(rule.string("suspendedBy")),
        rule.has("resumption")
            ? Suspension.Resumption.valueOf(rule.string("resumption"))
            : Suspension.Resumption.CONTINUE,
        rule.has("extension")
            ? new ExtensionRule(
                term(rule.string("extension")),
                rule.string("extendedBy"),
                rule.integer("extensions"))
            : null,
        Silence.valueOf(rule.string("silence")),
        rule.string("holder"),
        rungs(rule.string("warn")),
        rungs(rule.string("escalation")),
        rule.has("changeableBy")
            ? ChangeableBy.valueOf(rule.string("changeableBy"))
            : ChangeableBy.NOBODY,
        rule.source(),
        rule.string("sourceNl"));
  }

  /** The same rule with another term, other reminders, and where these come from. */
  public TimeLimit changed(
      Term newTerm, List<Rung> newWarnings, String newSource, String newSourceNl) {
    return new TimeLimit(
        step,
        newTerm,
        calendar,
        rollsForward,
        startsWith,
        notCounted,
        suspendedBy,
        resumption,
        extension,
        silence,
        holder,
        newWarnings,
        ladder,
        changeableBy,
        newSource,
        newSourceNl);
  }

  /** How it is counted, with the closing days of the municipality if the calendar has them. */
  public Counting counting(WorkCalendar days) {
    return new Counting(term, days, rollsForward, notCounted);
  }

  /** Its calendar, without anybody's closing days. */
  public WorkCalendar workCalendar() {
    return Calendars.of(calendar);
  }

  /**
   * Its calendar in a municipality that is closed on these days. They prolong only what the
   * municipality sets itself: the law names the holidays of its own limits, and the Region's
   * offices are open.
   */
  public WorkCalendar workCalendar(Map<LocalDate, String> closed) {
    return changeableBy == ChangeableBy.MUNICIPALITY && !closed.isEmpty()
        ? workCalendar().closedOn(closed)
        : workCalendar();
  }

  /** What may be added, if anything. */
  public Optional<ExtensionRule> extensible() {
    return Optional.ofNullable(extension);
  }

  /** Its legal basis in the reader's language. */
  public String source(Locale locale) {
    return "nl".equals(locale.getLanguage()) && !sourceNl.isEmpty() ? sourceNl : source;
  }

  /** {@code 40 DAY}, as tables write a term. */
  static Term term(String text) {
    String[] words = text.trim().split("\\s+");
    return new Term(Integer.parseInt(words[0]), Unit.valueOf(words[1]));
  }

  /** {@code 0 holder, 3 department-head}, as tables write rungs. */
  static List<Rung> rungs(String text) {
    return codes(text).stream()
        .map(t -> t.split("\\s+"))
        .map(w -> new Rung(Integer.parseInt(w[0]), w[1]))
        .sorted(java.util.Comparator.comparingInt(Rung::days))
        .toList();
  }

  private static Set<String> codes(String text) {
    return Arrays.stream(text.split(","))
        .map(String::trim)
        .filter(t -> !t.isEmpty())
        .collect(Collectors.toCollection(TreeSet::new));
  }
}
