package org.trame.scenario;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A moment as scenarios write it: {@code 2021-01-11 09:00}, {@code +3 days}, {@code today - 2
 * months 20:00}, {@code at + 8 days}, {@code start + 9 months}.
 *
 * @param base what it is counted from
 * @param day the day, for {@link Base#DAY}
 * @param offsets what is added, in order
 * @param time time of day, or null to keep that of the base
 */
record When(Base base, LocalDate day, List<Offset> offsets, LocalTime time) {

  /** Time of day of a date that gives none. */
  static final LocalTime MORNING = LocalTime.of(9, 0);

  private static final String YEAR_OF = "year of ";
  private static final String OFFSET =
      "([+-])\\s*(\\d{1,4})\\s*(minute|hour|day|week|month|year)s?";
  private static final Pattern OFFSETS = Pattern.compile(OFFSET);
  private static final Pattern FORM =
      Pattern.compile(
          "(\\d{4}-\\d{2}-\\d{2}|today|start|at)?\\s*((?:"
              + OFFSET
              + "\\s*)*)(?:[T ]?(\\d{1,2}:\\d{2}))?");
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

  /** An amount of time added or, if negative, taken away. */
  record Offset(long amount, ChronoUnit unit) {}

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
              day ? Base.DAY : Base.valueOf(first.toUpperCase(java.util.Locale.ROOT)),
              day ? LocalDate.parse(first) : null,
              offsets(form.group(2)),
              form.group(6) == null ? null : time(form.group(6))));
    } catch (DateTimeException noSuchDay) {
      return Optional.empty();
    }
  }

  /** Whether a text is a moment counted from another, and nothing else. */
  static boolean isCounted(String text) {
    return read(text).filter(when -> when.base() != Base.DAY).isPresent();
  }

  private static List<Offset> offsets(String text) {
    List<Offset> offsets = new ArrayList<>();
    Matcher found = OFFSETS.matcher(text);
    while (found.find()) {
      long amount = Long.parseLong(found.group(2));
      offsets.add(
          new Offset("-".equals(found.group(1)) ? -amount : amount, UNITS.get(found.group(3))));
    }
    return offsets;
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
    for (Offset offset : offsets) {
      moment = moment.plus(offset.amount(), offset.unit());
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
