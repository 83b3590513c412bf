package org.trame.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.domains.Domain;
import net.jqwik.api.domains.DomainContext;
import net.jqwik.api.lifecycle.AddLifecycleHook;
import org.trame.calendar.Cases.Pause;
import org.trame.calendar.Suspension.Resumption;

/** What holds for every due date, whatever the day, the term and the calendar. */
@Domain(Cases.class)
@Domain(DomainContext.Global.class)
@AddLifecycleHook(ThousandCases.class)
class ComputationPropertiesTests {

  private static final int LONGEST_RUN_OF_DAYS_OFF = 4;

  @Property(tries = ThousandCases.CASES)
  void agreesWithCountingOnPaper(
      @ForAll Counting counting, @ForAll LocalDate from, @ForAll List<Pause> pauses) {
    List<Suspension> suspensions = continued(pauses, from);
    assertThat(due(counting, from, suspensions))
        .isEqualTo(new Oracle(counting, suspensions).due(from));
  }

  @Property(tries = ThousandCases.CASES)
  void aLaterActNeverHasAnEarlierEnd(
      @ForAll @IntRange(min = 1, max = 400) int amount,
      @ForAll Counting other,
      @ForAll LocalDate from,
      @ForAll List<Pause> pauses) {
    // A limit in months that stands still may end a day sooner from 31 January than from the 30th.
    Unit unit = other.term().inMonths() ? Unit.DAY : other.term().unit();
    Counting counting = with(new Term(amount, unit), other);
    List<Suspension> suspensions = continued(pauses, from);
    assertThat(due(counting, from.plusDays(1), suspensions))
        .isAfterOrEqualTo(due(counting, from, suspensions));
  }

  @Property(tries = ThousandCases.CASES)
  void aLaterActNeverHasAnEarlierEndInMonths(
      @ForAll @IntRange(min = 1, max = 120) int months,
      @ForAll WorkCalendar calendar,
      @ForAll LocalDate from,
      @ForAll boolean rolls) {
    Counting counting = new Counting(new Term(months, Unit.MONTH), calendar, rolls, List.of());
    assertThat(due(counting, from.plusDays(1))).isAfterOrEqualTo(due(counting, from));
  }

  @Property(tries = ThousandCases.CASES)
  void aLongerTermNeverEndsEarlier(
      @ForAll Counting counting, @ForAll LocalDate from, @ForAll List<Pause> pauses) {
    Term term = counting.term();
    Counting longer = with(new Term(term.amount() + 1, term.unit()), counting);
    List<Suspension> suspensions = continued(pauses, from);
    assertThat(due(longer, from, suspensions)).isAfterOrEqualTo(due(counting, from, suspensions));
  }

  @Property(tries = ThousandCases.CASES)
  void workingDaysEndOnAWorkingDayAndAreAsManyAsAsked(
      @ForAll @IntRange(min = 1, max = 200) int amount,
      @ForAll WorkCalendar calendar,
      @ForAll LocalDate from) {
    LocalDate due = due(Counting.plainly(new Term(amount, Unit.WORKING_DAY), calendar), from);
    assertThat(Statutes.dayOff(calendar.code(), due)).isFalse();
    assertThat(
            from.plusDays(1)
                .datesUntil(due.plusDays(1))
                .filter(d -> !Statutes.dayOff(calendar.code(), d)))
        .hasSize(amount);
    assertThat(calendar.plus(from, amount)).isEqualTo(due);
  }

  @Property(tries = ThousandCases.CASES)
  void anEndThatMovesIsTheFirstWorkingDay(
      @ForAll Term term, @ForAll WorkCalendar calendar, @ForAll LocalDate from) {
    Computed computed = Computation.of(new Counting(term, calendar, true, List.of()), from);
    assertThat(Statutes.dayOff(calendar.code(), computed.due())).isFalse();
    assertThat(computed.nominal()).isEqualTo(due(Counting.plainly(term, calendar), from));
    assertThat(computed.due())
        .isBetween(computed.nominal(), computed.nominal().plusDays(LONGEST_RUN_OF_DAYS_OFF));
    assertThat(computed.nominal().datesUntil(computed.due()))
        .allMatch(d -> Statutes.dayOff(calendar.code(), d));
  }

  @Property(tries = ThousandCases.CASES)
  void daysAreAddedToTheDayOfTheAct(
      @ForAll @IntRange(min = 1, max = Term.LONGEST) int days,
      @ForAll WorkCalendar calendar,
      @ForAll LocalDate from) {
    assertThat(due(Counting.plainly(new Term(days, Unit.DAY), calendar), from))
        .isEqualTo(from.plusDays(days));
  }

  @Property(tries = ThousandCases.CASES)
  void monthsEndOnTheSameNumberOrTheLastDay(
      @ForAll @IntRange(min = 1, max = 240) int months,
      @ForAll WorkCalendar calendar,
      @ForAll LocalDate from) {
    LocalDate due = due(Counting.plainly(new Term(months, Unit.MONTH), calendar), from);
    assertThat(due).isEqualTo(Oracle.sameNumber(from, months));
    assertThat(due.getDayOfMonth() == from.getDayOfMonth() || due.plusDays(1).getDayOfMonth() == 1)
        .isTrue();
  }

  @Property(tries = ThousandCases.CASES)
  void yearsAreTwelveMonths(
      @ForAll @IntRange(min = 1, max = 15) int years,
      @ForAll Counting other,
      @ForAll LocalDate from,
      @ForAll List<Pause> pauses) {
    List<Suspension> suspensions = continued(pauses, from);
    assertThat(due(with(new Term(years, Unit.YEAR), other), from, suspensions))
        .isEqualTo(due(with(new Term(12 * years, Unit.MONTH), other), from, suspensions));
  }

  @Property(tries = ThousandCases.CASES)
  void aSuspensionInsideDaysMovesTheEndByItsDays(
      @ForAll @IntRange(min = 2, max = 400) int days,
      @ForAll @IntRange(min = 1, max = 400) int after,
      @ForAll @IntRange(min = 1, max = 200) int length,
      @ForAll WorkCalendar calendar,
      @ForAll LocalDate from) {
    Suspension suspension = new Pause(1 + after % days, length).of(from);
    Counting counting = Counting.plainly(new Term(days, Unit.DAY), calendar);
    assertThat(due(counting, from, List.of(suspension)))
        .isEqualTo(from.plusDays(days).plusDays(length));
  }

  @Property(tries = ThousandCases.CASES)
  void aSuspensionAfterTheEndChangesNothing(
      @ForAll Counting counting, @ForAll LocalDate from, @ForAll Pause pause) {
    Computed computed = Computation.of(counting, from);
    for (Resumption resumption : Resumption.values()) {
      Suspension late = pause.of(computed.due().plusDays(1), resumption);
      assertThat(Computation.of(counting, from, List.of(late), List.of())).isEqualTo(computed);
    }
  }

  @Property(tries = ThousandCases.CASES)
  void aSuspendedLimitNeverEndsOnASuspendedDay(
      @ForAll Counting counting, @ForAll LocalDate from, @ForAll List<Pause> pauses) {
    List<Suspension> suspensions = continued(pauses, from);
    LocalDate due = due(counting, from, suspensions);
    assertThat(suspensions).noneMatch(s -> s.contains(due));
    assertThat(counting.notCounted()).noneMatch(w -> w.contains(due));
  }

  @Property(tries = ThousandCases.CASES)
  void windowsAreSuspensionsOfTheirDaysEveryYear(
      @ForAll Counting counting, @ForAll LocalDate from) {
    List<Suspension> days = new ArrayList<>();
    from.datesUntil(due(counting, from).plusYears(1))
        .filter(d -> counting.notCounted().stream().anyMatch(w -> w.contains(d)))
        .forEach(d -> days.add(new Suspension(d, d, Resumption.CONTINUE, "")));
    Counting bare =
        new Counting(counting.term(), counting.calendar(), counting.rollsForward(), List.of());
    assertThat(due(counting, from)).isEqualTo(due(bare, from, days));
  }

  @Property(tries = ThousandCases.CASES)
  void suspensionsCountOnceInAnyOrder(
      @ForAll Counting counting, @ForAll LocalDate from, @ForAll List<Pause> pauses) {
    List<Suspension> suspensions = continued(pauses, from);
    Computed computed = Computation.of(counting, from, suspensions, List.of());
    List<Suspension> reversed = new ArrayList<>(suspensions);
    Collections.reverse(reversed);
    assertThat(Computation.of(counting, from, reversed, List.of())).isEqualTo(computed);
    Set<LocalDate> days = new HashSet<>();
    suspensions.forEach(s -> s.first().datesUntil(s.last().plusDays(1)).forEach(days::add));
    assertThat(
            due(
                counting,
                from,
                days.stream().map(d -> new Suspension(d, d, Resumption.CONTINUE, "")).toList()))
        .isEqualTo(computed.due());
  }

  @Property(tries = ThousandCases.CASES)
  void aRestartIsAFreshLimitFromTheResumption(
      @ForAll Counting counting, @ForAll LocalDate from, @ForAll Pause pause) {
    Suspension suspension = pause.of(from, Resumption.RESTART);
    LocalDate undisturbed = due(counting, from);
    LocalDate expected =
        suspension.first().isAfter(undisturbed)
            ? undisturbed
            : due(counting, suspension.last().plusDays(1));
    assertThat(due(counting, from, List.of(suspension))).isEqualTo(expected);
  }

  @Property(tries = 3 * ThousandCases.CASES)
  void twoRestartsAreTheSecondAlone(
      @ForAll Counting counting, @ForAll LocalDate from, @ForAll Pause one, @ForAll Pause two) {
    Suspension first = one.of(from, Resumption.RESTART);
    Assume.that(!first.first().isAfter(due(counting, from)));
    LocalDate resumed = first.last().plusDays(1);
    Suspension second = two.of(resumed, Resumption.RESTART);
    assertThat(due(counting, from, List.of(second, first)))
        .isEqualTo(due(counting, resumed, List.of(second)));
  }

  @Property(tries = ThousandCases.CASES)
  void extensionsInTheSameUnitAddUp(
      @ForAll Counting counting,
      @ForAll LocalDate from,
      @ForAll List<Pause> pauses,
      @ForAll @IntRange(min = 1, max = 40) int further) {
    Term term = counting.term();
    List<Suspension> suspensions = continued(pauses, from);
    Term extension = new Term(further, term.unit());
    assertThat(Computation.of(counting, from, suspensions, List.of(extension)).due())
        .isEqualTo(
            due(with(new Term(term.amount() + further, term.unit()), counting), from, suspensions));
  }

  @Property(tries = ThousandCases.CASES)
  void anExtensionInDaysCountsFromTheEndOfTheTerm(
      @ForAll @IntRange(min = 1, max = 60) int months,
      @ForAll @IntRange(min = 1, max = 400) int days,
      @ForAll WorkCalendar calendar,
      @ForAll LocalDate from) {
    Counting counting = new Counting(new Term(months, Unit.MONTH), calendar, true, List.of());
    assertThat(
            Computation.of(counting, from, List.of(), List.of(new Term(days, Unit.DAY))).nominal())
        .isEqualTo(Oracle.sameNumber(from, months).plusDays(days));
  }

  @Property(tries = ThousandCases.CASES)
  void clearDaysLeaveExactlySoManyWholeDays(
      @ForAll @IntRange(min = 1, max = 60) int days,
      @ForAll WorkCalendar calendar,
      @ForAll LocalDate from) {
    LocalDate event = due(Counting.plainly(new Term(days, Unit.CLEAR_DAY), calendar), from);
    assertThat(from.plusDays(1).datesUntil(event)).hasSize(days);
  }

  @Property(tries = ThousandCases.CASES)
  void theStepsSayEveryDayPassedOverOnce(
      @ForAll Counting counting, @ForAll LocalDate from, @ForAll List<Pause> pauses) {
    Computed computed = Computation.of(counting, from, continued(pauses, from), List.of());
    List<LocalDate> passed = new ArrayList<>();
    computed.steps().stream()
        .filter(
            s ->
                Set.of(Step.Kind.DAY_OFF, Step.Kind.SUSPENDED, Step.Kind.WINDOW, Step.Kind.MOVED)
                    .contains(s.kind()))
        .forEach(s -> s.from().datesUntil(s.to().plusDays(1)).forEach(passed::add));
    assertThat(passed).doesNotHaveDuplicates();
    long counted =
        switch (counting.term().unit()) {
          case DAY, WORKING_DAY -> counting.term().amount();
          case CLEAR_DAY -> counting.term().amount() + 1L;
          case MONTH -> days(from, counting.term().amount());
          case YEAR -> days(from, 12 * counting.term().amount());
        };
    // An end that moves: the day it leaves is counted and passed over, the day it reaches neither.
    assertThat(from.datesUntil(computed.due()).count()).isEqualTo(counted + passed.size());
  }

  private static long days(LocalDate from, int months) {
    return from.datesUntil(Oracle.sameNumber(from, months)).count();
  }

  private static List<Suspension> continued(List<Pause> pauses, LocalDate from) {
    return pauses.stream().map(p -> p.of(from)).toList();
  }

  private static Counting with(Term term, Counting other) {
    return new Counting(term, other.calendar(), other.rollsForward(), other.notCounted());
  }

  private static LocalDate due(Counting counting, LocalDate from) {
    return Computation.of(counting, from).due();
  }

  private static LocalDate due(Counting counting, LocalDate from, List<Suspension> suspensions) {
    return Computation.of(counting, from, suspensions, List.of()).due();
  }
}
