package org.trame.due;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every day belongs to one group; weeks begin on Monday and end on Sunday. */
class WhenTests {

  @ParameterizedTest
  @CsvSource({
    // today,    due,        group
    "2026-11-18, 2026-11-17, OVERDUE",
    "2026-11-18, 2026-11-18, TODAY",
    "2026-11-18, 2026-11-19, THIS_WEEK",
    "2026-11-18, 2026-11-22, THIS_WEEK", // Sunday
    "2026-11-18, 2026-11-23, THIS_MONTH", // Monday
    "2026-11-18, 2026-11-30, THIS_MONTH",
    "2026-11-18, 2026-12-01, LATER",
    "2026-11-22, 2026-11-23, THIS_MONTH", // on a Sunday, tomorrow is next week
    "2026-11-23, 2026-11-29, THIS_WEEK", // on a Monday, the whole week
    "2026-11-30, 2026-12-06, THIS_WEEK", // the week goes over the month
    "2026-11-30, 2026-12-07, LATER",
    "2026-12-30, 2027-01-03, THIS_WEEK", // and over the year
    "2026-12-30, 2027-12-30, LATER",
  })
  void theGroupOfADay(LocalDate today, LocalDate due, When group) {
    assertThat(When.of(due, today)).isEqualTo(group);
  }
}
