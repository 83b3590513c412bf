package org.trame.calendar;

import java.time.LocalDate;
import java.time.MonthDay;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Public holidays as the statutes list them, by hand: royal decree of 18 April 1974, art. 1 (the
 * ten); ordinance of 14 May 1998, art. 4 (the thirteen of the Brussels supervision); French labour
 * code, art. L3133-1 (the eleven); Walloon code of local democracy, art. L3113-2 (the fourteen).
 */
final class Statutes {

  private static final List<String> TEN =
      List.of("01-01", "05-01", "07-21", "08-15", "11-01", "11-11", "12-25");
  private static final List<String> THIRTEEN =
      List.of(
          "01-01", "05-01", "07-21", "08-15", "11-01", "11-02", "11-11", "11-15", "12-25", "12-26");
  private static final List<String> FOURTEEN =
      List.of(
          "01-01", "05-01", "07-21", "08-15", "09-27", "11-01", "11-02", "11-11", "11-15", "12-25",
          "12-26");
  private static final List<String> ELEVEN =
      List.of("01-01", "05-01", "05-08", "07-14", "08-15", "11-01", "11-11", "12-25");

  private static final Map<String, List<String>> FIXED =
      Map.of("be", TEN, "be-brussels", THIRTEEN, "be-wallonia", FOURTEEN, "fr", ELEVEN);

  private static final Map<String, Set<LocalDate>> KNOWN = new ConcurrentHashMap<>();

  private Statutes() {}

  /** All holidays of a year, those on a Saturday or Sunday too. */
  static Set<LocalDate> holidays(String calendar, int year) {
    return KNOWN.computeIfAbsent(calendar + year, key -> list(calendar, year));
  }

  private static Set<LocalDate> list(String calendar, int year) {
    Set<LocalDate> days = new TreeSet<>();
    FIXED.get(calendar).forEach(day -> days.add(MonthDay.parse("--" + day).atYear(year)));
    LocalDate easter = easter(year);
    // Easter Monday, Ascension, Whit Monday: the same three in every list.
    days.add(easter.plusDays(1));
    days.add(easter.plusDays(39));
    days.add(easter.plusDays(50));
    return days;
  }

  /**
   * Easter Sunday by Gauss's rule: the Sunday after the full moon of spring, with its two
   * exceptions.
   */
  static LocalDate easter(int year) {
    int a = year % 19;
    int b = year % 4;
    int c = year % 7;
    int k = year / 100;
    int p = (13 + 8 * k) / 25;
    int q = k / 4;
    int m = (15 - p + k - q) % 30;
    int n = (4 + k - q) % 7;
    int d = (19 * a + m) % 30;
    int e = (2 * b + 4 * c + 6 * d + n) % 7;
    if (d == 29 && e == 6) {
      return LocalDate.of(year, 4, 19);
    }
    if (d == 28 && e == 6 && (11 * m + 11) % 30 < 19) {
      return LocalDate.of(year, 4, 18);
    }
    return LocalDate.of(year, 3, 22).plusDays((long) d + e);
  }

  /** Whether offices are closed: a holiday, or the weekend. */
  static boolean dayOff(String calendar, LocalDate day) {
    return day.getDayOfWeek().getValue() > 5 || holidays(calendar, day.getYear()).contains(day);
  }
}
