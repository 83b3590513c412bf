package org.trame.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.LocalDateTime;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WhenTests {

  private static final When.Origin ORIGIN =
      new When.Origin(
          LocalDate.of(2026, 11, 20),
          LocalDate.of(2021, 1, 11),
          LocalDateTime.parse("2021-03-31T14:00"));

  @ParameterizedTest
  @CsvSource({
    "2021-01-11, 2021-01-11T09:00",
    "2021-01-11 20:00, 2021-01-11T20:00",
    "2021-01-11T8:30, 2021-01-11T08:30",
    "2021-01-11 + 1 week, 2021-01-18T09:00",
    "today, 2026-11-20T09:00",
    "today - 2 months 10:00, 2026-09-20T10:00",
    "start + 9 months, 2021-10-11T09:00",
    "at, 2021-03-31T14:00",
    "at 20:00, 2021-03-31T20:00",
    "at + 8 days 20:00, 2021-04-08T20:00",
    "+1 day, 2021-04-01T14:00",
    "+1 month, 2021-04-30T14:00",
    "+1 month - 1 day 08:00, 2021-04-29T08:00",
    "+90 minutes, 2021-03-31T15:30",
    "20:00, 2021-03-31T20:00",
    "at + 8 days next thursday 20:00, 2021-04-08T20:00",
    "at + 9 days next thursday 20:00, 2021-04-15T20:00",
    "2021-04-03 next working day, 2021-04-06T09:00",
    "2021-04-06 next working day, 2021-04-06T09:00",
    "2021-04-01 + 2 working days, 2021-04-06T09:00",
    "2021-04-01+1 working day-1 week, 2021-03-26T09:00",
    "2021-04-06 - 1 working day, 2021-04-02T09:00",
    "2021-05-09 last working day of the month, 2021-05-31T09:00",
    "2021-10-31 last working day of the month - 60 days, 2021-08-30T09:00",
    "today + 1 day next monday last working day of the month, 2026-11-30T09:00"
  })
  void readsMoments(String text, LocalDateTime moment) {
    assertThat(When.read(text).orElseThrow().resolve(ORIGIN)).isEqualTo(moment);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "hier",
        "2021-02-30",
        "3 days",
        "+3 fortnights",
        "25:00",
        "todayish",
        "next holiday",
        "+1 working month"
      })
  void everythingElseIsNotAMoment(String text) {
    assertThat(When.read(text)).isEmpty();
  }
}
