package org.trame.scenario;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.trame.calendar.Calendars;
import org.trame.calendar.WorkCalendar;

/**
 * A moment as scenarios write it: {@code 2021-01-11 09:00}, {@code +3 days}, {@code today - 2
 * months 20:00}, {@code at + 8 days next thursday}, {@code start + 9 months}.
 *
 * @param base what it is counted from
 * @param day the day, for {@link Base#DAY}
 * @param moves what is added or looked for, in order
 * @param time time of day, or null to keep that of the base
 */
record When(Base base, LocalDate day, List<Move> moves, LocalTime time) {

  /** Time of day of a date that gives none. */
  static final LocalTime MORNING = LocalTime.of(9, 0);

  private static final String YEAR_OF = "year of ";
  private static final String WORKING_DAY = "working day";
  private static final String LAST = "last working day of the month";
  private static final String MOVE =
      "(?:[+-]\\s*\\d{1,4}\\s*(?:minute|hour|day|working day|week|month|year)s?"
          + "|next (?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|working day)|"
          + LAST
          + ")";
  private static final Pattern MOVES = Pattern.compile(MOVE);
  private static final Pattern ADDED = Pattern.compile("([+-])\\s*(\\d+)\\s*(.*?)s?");
  private static final Pattern FORM =
      Pattern.compile(
          "(\\d{4}-\\d{2}-\\d{2}|today|start|at)?\\s*((?:"
              + MOVE
              + "\\s*)*)(?:[T ]?(\\d{1,2}:\\d{2}))?");

  /** Working days are those of the Brussels-Capital Region. */
  private static final WorkCalendar WORK = Calendars.of("be-brussels");

  private static final Map<String, ChronoUnit> UNITS =
      Map.of(
          "minute", ChronoUnit.MINUTES,
          "hour", ChronoUnit.HOURS,
          "day", ChronoUnit.DAYS,
          "week", ChronoUnit.WEEKS,
          "month", ChronoUnit.MONTHS,
          "year", ChronoUnit.YEARS);

  /** What a moment is counted from. */
  enum Base {
    /** A day of the calendar. */
    DAY,
    /** The real day on which the scenario is played. */
    TODAY,
    /** The start of the scenario. */
    START,
    /** The previous step for the time of a step; the step itself for a field. */
    AT
  }

  /** One step from a moment to another. */
  private interface Move {
    LocalDateTime from(LocalDateTime moment);
  }

  /** Reads a moment; empty if it is not one. */
  static Optional<When> read(String text) {
    Matcher form = FORM.matcher(text.strip());
    if (text.isBlank() || !form.matches()) {
      return Optional.empty();
    }
    try {
      String first = form.group(1) == null ? "at" : form.group(1);
      boolean day = Character.isDigit(first.charAt(0));
      return Optional.of(
          new When(
              day ? Base.DAY : Base.valueOf(first.toUpperCase(Locale.ROOT)),
              day ? LocalDate.parse(first) : null,
              moves(form.group(2)),
              form.group(3) == null ? null : time(form.group(3))));
    } catch (DateTimeException noSuchDay) {
      return Optional.empty();
    }
  }

  /** Whether a text is a moment counted from another, and nothing else. */
  static boolean isCounted(String text) {
    return read(text).filter(when -> when.base() != Base.DAY).isPresent();
  }

  private static List<Move> moves(String text) {
    List<Move> moves = new ArrayList<>();
    Matcher found = MOVES.matcher(text);
    while (found.find()) {
      moves.add(move(found.group()));
    }
    return moves;
  }

  private static Move move(String text) {
    if (text.equals(LAST)) {
      return m -> m.with(WORK.plus(m.toLocalDate().plusMonths(1).withDayOfMonth(1), -1));
    } else if (text.equals("next " + WORKING_DAY)) {
      return m -> m.with(WORK.onOrAfter(m.toLocalDate()));
    } else if (text.startsWith("next ")) {
      DayOfWeek day = DayOfWeek.valueOf(text.substring(5).toUpperCase(Locale.ROOT));
      return m -> m.with(TemporalAdjusters.nextOrSame(day));
    }
    Matcher added = ADDED.matcher(text);
    added.matches();
    int amount = Integer.parseInt(added.group(1) + added.group(2));
    if (added.group(3).equals(WORKING_DAY)) {
      return m -> m.with(WORK.plus(m.toLocalDate(), amount));
    }
    ChronoUnit unit = UNITS.get(added.group(3));
    return m -> m.plus(amount, unit);
  }

  private static LocalTime time(String text) {
    return LocalTime.parse(text.length() == 4 ? "0" + text : text);
  }

  /** A number, or the year of a moment: {@code year of at + 1 year}; anything else as it is. */
  static String number(String text, Origin origin) {
    if (!text.startsWith(YEAR_OF)) {
      return text;
    }
    return read(text.substring(YEAR_OF.length()))
        .map(when -> String.valueOf(when.resolve(origin).getYear()))
        .orElse(text);
  }

  /** The moment itself. */
  LocalDateTime resolve(Origin origin) {
    LocalDateTime moment =
        switch (base) {
          case DAY -> day.atTime(MORNING);
          case TODAY -> origin.today().atTime(MORNING);
          case START -> origin.start().atTime(MORNING);
          case AT -> origin.at();
        };
    for (Move move : moves) {
      moment = move.from(moment);
    }
    return time == null ? moment : moment.toLocalDate().atTime(time);
  }

  /**
   * What moments are counted from.
   *
   * @param today the real day
   * @param start first day of the scenario
   * @param at the previous step, or the step a field belongs to
   */
  record Origin(LocalDate today, LocalDate start, LocalDateTime at) {
    Origin at(LocalDateTime moment) {
      return new Origin(today, start, moment);
    }
  }
}
