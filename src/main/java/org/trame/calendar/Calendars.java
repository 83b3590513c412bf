package org.trame.calendar;

import de.focus_shift.jollyday.core.Holiday;
import de.focus_shift.jollyday.core.HolidayCalendar;
import de.focus_shift.jollyday.core.HolidayManager;
import de.focus_shift.jollyday.core.HolidayType;
import de.focus_shift.jollyday.core.ManagerParameter;
import de.focus_shift.jollyday.core.ManagerParameters;
import de.focus_shift.jollyday.core.util.ResourceUtil;
import java.net.URL;
import java.time.LocalDate;
import java.time.Year;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/**
 * The calendars that limits are counted in. The days come from the holiday library; what the
 * Regions count by in addition to the ten legal holidays is in files: for {@code be-brussels} 2 and
 * 15 November and 26 December (ordinance of 14 May 1998, art. 4, numac 1998031259); for {@code
 * be-wallonia} 27 September too (Walloon code of local democracy and decentralisation, art.
 * L3113-2, as quoted in 2019 on wallonie.religio.be).
 */
public final class Calendars {

  private static final Map<String, ManagerParameter> SOURCES =
      new TreeMap<>(
          Map.of(
              "be", ManagerParameters.create(HolidayCalendar.BELGIUM),
              "be-brussels", ManagerParameters.create(file("be-brussels")),
              "be-wallonia", ManagerParameters.create(file("be-wallonia")),
              "fr", ManagerParameters.create(HolidayCalendar.FRANCE)));

  /** Always a Sunday: the library counts them, the statutes do not list them. */
  private static final Set<String> SUNDAYS = Set.of("christian.EASTER", "christian.PENTECOST");

  private static final ResourceBundle.Control NO_OTHER_LANGUAGE =
      ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);

  private static final Map<String, WorkCalendar> KNOWN = new ConcurrentHashMap<>();

  private Calendars() {}

  private static URL file(String code) {
    return Calendars.class.getResource("/calendars/" + code + ".xml");
  }

  /** Codes of all calendars, in order. */
  public static List<String> codes() {
    return List.copyOf(SOURCES.keySet());
  }

  /**
   * The calendar with this code.
   *
   * @throws NoSuchElementException if there is none
   */
  public static WorkCalendar of(String code) {
    if (!SOURCES.containsKey(code)) {
      throw new NoSuchElementException(code);
    }
    return KNOWN.computeIfAbsent(code, Calendars::read);
  }

  private static WorkCalendar read(String code) {
    HolidayManager manager = HolidayManager.getInstance(SOURCES.get(code));
    Map<Integer, Map<LocalDate, String>> years = new ConcurrentHashMap<>();
    return new WorkCalendar(
        code,
        day ->
            Optional.ofNullable(
                years.computeIfAbsent(day.getYear(), y -> holidays(manager, y)).get(day)),
        Map.of());
  }

  private static Map<LocalDate, String> holidays(HolidayManager manager, int year) {
    return manager.getHolidays(Year.of(year)).stream()
        .filter(h -> h.getType() == HolidayType.PUBLIC_HOLIDAY)
        .filter(h -> !SUNDAYS.contains(h.getPropertiesKey()))
        .collect(Collectors.toMap(Holiday::getDate, Holiday::getPropertiesKey, (a, b) -> a));
  }

  /** What people call a holiday; the library's word where Trame has none. */
  public static String nameOf(String holiday, Locale locale) {
    ResourceBundle names = ResourceBundle.getBundle("calendars/names", locale, NO_OTHER_LANGUAGE);
    return names.containsKey(holiday)
        ? names.getString(holiday)
        : ResourceUtil.getHolidayDescription(locale, holiday);
  }
}
