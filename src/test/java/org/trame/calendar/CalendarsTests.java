package org.trame.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The holidays of every calendar are those of its statute, for every year people will ask. */
class CalendarsTests {

  /** Easter Sundays of the almanac. */
  private static final String EASTERS =
      "2020-04-12 2021-04-04 2022-04-17 2023-04-09 2024-03-31 2025-04-20 2026-04-05 2027-03-28"
          + " 2028-04-16 2029-04-01 2030-04-21";

  @Test
  void theComputusOfTheTestIsRight() {
    assertThat(
            Stream.iterate(2020, y -> y + 1)
                .limit(11)
                .map(y -> Statutes.easter(y).toString())
                .collect(Collectors.joining(" ")))
        .isEqualTo(EASTERS);
  }

  @ParameterizedTest
  @ValueSource(strings = {"be", "be-brussels", "be-wallonia", "fr"})
  void holidaysAreThoseOfTheStatute(String code) {
    for (int year = 2020; year <= 2080; year++) {
      assertThat(holidays(code, year))
          .as("%s %d", code, year)
          .isEqualTo(Statutes.holidays(code, year));
    }
  }

  @ParameterizedTest
  @CsvSource({"be,10", "be-brussels,13", "be-wallonia,14", "fr,11"})
  void aYearHasAsManyHolidaysAsTheStatuteLists(String code, int count) {
    assertThat(holidays(code, 2026)).hasSize(count);
  }

  @Test
  void everyCalendarIsTested() {
    assertThat(Calendars.codes()).containsExactly("be", "be-brussels", "be-wallonia", "fr");
    assertThatThrownBy(() -> Calendars.of("mars")).isInstanceOf(NoSuchElementException.class);
  }

  @Test
  void aDayOffSaysWhy() {
    WorkCalendar calendar = Calendars.of("be").closedOn(Map.of(LocalDate.of(2026, 12, 24), "pont"));
    assertThat(calendar.dayOff(LocalDate.of(2026, 12, 24)))
        .contains(new DayOff(LocalDate.of(2026, 12, 24), DayOff.Kind.CLOSING_DAY, "pont"));
    assertThat(calendar.dayOff(LocalDate.of(2026, 12, 25)))
        .contains(new DayOff(LocalDate.of(2026, 12, 25), DayOff.Kind.HOLIDAY, "CHRISTMAS"));
    assertThat(calendar.dayOff(LocalDate.of(2026, 12, 26)))
        .contains(new DayOff(LocalDate.of(2026, 12, 26), DayOff.Kind.SATURDAY, ""));
    assertThat(calendar.dayOff(LocalDate.of(2026, 12, 27)))
        .contains(new DayOff(LocalDate.of(2026, 12, 27), DayOff.Kind.SUNDAY, ""));
    assertThat(calendar.dayOff(LocalDate.of(2026, 12, 28))).isEmpty();
  }

  private static Set<LocalDate> holidays(String code, int year) {
    WorkCalendar calendar = Calendars.of(code);
    return LocalDate.of(year, 1, 1)
        .datesUntil(LocalDate.of(year + 1, 1, 1))
        .filter(
            day ->
                calendar.dayOff(day).filter(off -> off.kind() == DayOff.Kind.HOLIDAY).isPresent())
        .collect(Collectors.toCollection(TreeSet::new));
  }
}
