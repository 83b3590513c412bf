package org.trame.deadline.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A limit ends with its last day in Brussels, also on the days on which clocks change. */
class EndOfDayTests {

  private static final ZoneId BRUSSELS = ZoneId.of("Europe/Brussels");

  /** Winter time is UTC+1, summer time UTC+2; clocks change in the night to these Sundays. */
  @ParameterizedTest
  @CsvSource({
    "2026-03-28,2026-03-28T22:59:59Z,24",
    "2026-03-29,2026-03-29T21:59:59Z,23",
    "2026-03-30,2026-03-30T21:59:59Z,24",
    "2026-10-24,2026-10-24T21:59:59Z,24",
    "2026-10-25,2026-10-25T22:59:59Z,25",
    "2026-10-26,2026-10-26T22:59:59Z,24",
    "2027-03-28,2027-03-28T21:59:59Z,23",
    "2027-10-31,2027-10-31T22:59:59Z,25"
  })
  void theLastMomentIsThatOfBrussels(LocalDate day, Instant moment, int hours) {
    assertThat(end(day)).isEqualTo(moment);
    assertThat(Duration.between(end(day.minusDays(1)), moment)).hasHours(hours);
  }

  @Property(tries = 2_000)
  void daysOf23And25HoursDoNotShiftTheEnd(@ForAll @IntRange(min = 0, max = 7_300) int days) {
    LocalDate day = LocalDate.of(2020, 1, 1).plusDays(days);
    var there = end(day).atZone(BRUSSELS);
    assertThat(there.toLocalDate()).isEqualTo(day);
    assertThat(there.toLocalTime()).hasToString("23:59:59");
    assertThat(end(day).plusSeconds(1).atZone(BRUSSELS).toLocalDate()).isEqualTo(day.plusDays(1));
  }

  private static Instant end(LocalDate day) {
    return Limits.endOf(day).toInstant();
  }
}
