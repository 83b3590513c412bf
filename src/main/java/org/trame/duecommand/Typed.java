package org.trame.duecommand;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.trame.calendar.Suspension;
import org.trame.calendar.Term;
import org.trame.calendar.Window;
import org.trame.input.Refusal;

/** Days, terms and periods as they are typed. */
final class Typed {

  private static final Pattern DAY = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");
  private static final Pattern TERM = Pattern.compile("\\s*(\\S+)\\s+(\\S.*)");
  private static final int FIRST_YEAR = 1900;
  private static final int LAST_YEAR = 2199;

  private Typed() {}

  static LocalDate day(String text) {
    if (!DAY.matcher(text).matches()) {
      throw Refusal.of("refusal.due.date", text);
    }
    try {
      LocalDate day = LocalDate.parse(text);
      if (day.getYear() < FIRST_YEAR || day.getYear() > LAST_YEAR) {
        throw Refusal.of(
            "refusal.due.year", text, String.valueOf(FIRST_YEAR), String.valueOf(LAST_YEAR));
      }
      return day;
    } catch (DateTimeException e) {
      throw Refusal.of("refusal.due.noSuchDay", text);
    }
  }

  static Term term(String text) {
    try {
      return Term.parse(text);
    } catch (IllegalArgumentException e) {
      throw Refusal.of(knownUnit(text) ? "refusal.due.amount" : "refusal.due.unit", text);
    }
  }

  private static boolean knownUnit(String text) {
    Matcher words = TERM.matcher(text);
    if (!words.matches()) {
      return false;
    }
    try {
      Term.parse("1 " + words.group(2));
      return true;
    } catch (IllegalArgumentException e) {
      return false;
    }
  }

  static Suspension suspension(String text, Suspension.Resumption resumption, String cause) {
    String[] ends = text.split("\\.\\.", -1);
    if (ends.length != 2) {
      throw Refusal.of("refusal.due.period", text);
    }
    LocalDate first = day(ends[0].trim());
    LocalDate last = day(ends[1].trim());
    if (last.isBefore(first)) {
      throw Refusal.of("refusal.due.backwards", last, first);
    }
    return new Suspension(first, last, resumption, cause);
  }

  static List<Window> windows(List<String> texts) {
    String text = String.join(",", texts);
    try {
      return Window.parse(text);
    } catch (DateTimeException | IllegalArgumentException e) {
      throw Refusal.of("refusal.due.window", text);
    }
  }
}
