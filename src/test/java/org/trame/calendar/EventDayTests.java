package org.trame.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.domains.Domain;
import net.jqwik.api.domains.DomainContext;
import net.jqwik.api.lifecycle.AddLifecycleHook;
import org.junit.jupiter.api.Test;
import org.trame.calendar.Cases.Pause;

/** A limit whose last day is an event's own moves only by what happens to it. */
@Domain(Cases.class)
@Domain(DomainContext.Global.class)
@AddLifecycleHook(ThousandCases.class)
class EventDayTests {

  @Property(tries = ThousandCases.CASES)
  void nothingMovesItButSuspensionAndExtension(
      @ForAll Counting counting, @ForAll LocalDate from, @ForAll @IntRange(max = 400) int days) {
    LocalDate event = from.plusDays(days);
    assertThat(Computation.ofEvent(counting, from, event, List.of(), List.of()))
        .isEqualTo(Computed.event(event));
  }

  @Property(tries = ThousandCases.CASES)
  void suspensionsMoveItAsTheyMoveDays(
      @ForAll Counting counting,
      @ForAll LocalDate from,
      @ForAll List<Pause> pauses,
      @ForAll @IntRange(min = 1, max = 400) int days) {
    List<Suspension> suspensions = pauses.stream().map(p -> p.of(from)).toList();
    Counting plain = Counting.plainly(new Term(days, Unit.DAY), counting.calendar());
    assertThat(
            Computation.ofEvent(counting, from, from.plusDays(days), suspensions, List.of()).due())
        .isEqualTo(Computation.of(plain, from, suspensions, List.of()).due());
  }

  @Property(tries = ThousandCases.CASES)
  void anExtensionIsCountedFromIt(
      @ForAll Counting counting, @ForAll LocalDate from, @ForAll @IntRange(max = 400) int days) {
    LocalDate event = from.plusDays(days);
    assertThat(
            Computation.ofEvent(counting, from, event, List.of(), List.of(counting.term())).due())
        .isEqualTo(Computation.of(counting, event).due());
  }

  @Test
  void theStepsSayHowItMoved() {
    LocalDate from = LocalDate.of(2026, 3, 2);
    Suspension suspension =
        new Suspension(
            from.plusDays(8), from.plusDays(10), Suspension.Resumption.CONTINUE, "remarks-sent");
    Counting counting = new Counting(new Term(1, Unit.DAY), Calendars.of("be"), true, List.of());
    // Friday 20 March and three days: Monday 23; ten days more: 2 April.
    Computed computed =
        Computation.ofEvent(
            counting,
            from,
            LocalDate.of(2026, 3, 20),
            List.of(suspension),
            List.of(new Term(10, Unit.DAY)));
    assertThat(computed.due()).isEqualTo("2026-04-02");
    assertThat(computed.steps())
        .extracting(Step::kind)
        .containsExactly(Step.Kind.EVENT, Step.Kind.SUSPENDED, Step.Kind.EXTENDED, Step.Kind.DUE);
  }
}
