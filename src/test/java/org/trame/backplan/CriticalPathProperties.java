package org.trame.backplan;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** What holds of every plan, whatever its steps, calendars and sittings. */
class CriticalPathProperties {

  private static final LocalDate TODAY = LocalDate.of(2026, 3, 2);

  /** Any plan with its end. */
  record Case(List<PlanStep> steps, Sittings sittings, LocalDate end) {

    BackPlan plan(WhatIf whatIf) {
      return CriticalPath.of(steps, Map.of(), sittings, TODAY, end, whatIf, Plans.EXACT);
    }
  }

  @Provide
  Arbitrary<Case> cases() {
    return Combinators.combine(
            Arbitraries.longs(),
            Arbitraries.integers().between(1, 9),
            Arbitraries.integers().between(20, 500))
        .as(CriticalPathProperties::make);
  }

  private static Case make(long seed, int size, int days) {
    Random random = new Random(seed);
    List<PlanStep> steps = new ArrayList<>();
    for (int i = 0; i < size; i++) {
      List<String> after = new ArrayList<>();
      for (int j = 0; j < i; j++) {
        if (random.nextInt(3) == 0) {
          after.add("s" + j);
        }
      }
      steps.add(
          Plans.step(
              "s" + i,
              String.join(",", after),
              term(random),
              random.nextInt(4) == 0 ? "07-16..08-15, 12-24..01-02" : "",
              random.nextInt(4) == 0,
              random.nextBoolean()));
    }
    List<LocalDate> sittings = new ArrayList<>();
    for (int i = random.nextInt(12); i > 0; i--) {
      sittings.add(TODAY.plusDays(random.nextInt(500)));
    }
    return new Case(steps, Sittings.of(sittings), TODAY.plusDays(days));
  }

  private static String term(Random random) {
    return switch (random.nextInt(5)) {
      case 0 -> 1 + random.nextInt(30) + " working days";
      case 1 -> 1 + random.nextInt(10) + " clear days";
      case 2 -> 1 + random.nextInt(2) + " months";
      case 3 -> 1 + random.nextInt(10) + " days+" + (1 + random.nextInt(10)) + " working days";
      default -> 1 + random.nextInt(60) + " days";
    };
  }

  @Property
  void begunOnTheLatestStartAStepEndsInTimeAndOneDayLaterItDoesNot(@ForAll("cases") Case any) {
    for (Line line : any.plan(WhatIf.NOTHING).lines()) {
      if (line.latestStart() == null) {
        assertThat(line.step().needsSitting()).isTrue();
        assertThat(any.sittings().planned().first()).isAfter(line.latestFinish());
        continue;
      }
      assertThat(end(any, line.step(), line.latestStart())).isBeforeOrEqualTo(line.latestFinish());
      assertThat(end(any, line.step(), line.latestStart().plusDays(1)))
          .isAfter(line.latestFinish());
    }
  }

  private static LocalDate end(Case any, PlanStep step, LocalDate from) {
    LocalDate bare = step.span().end(from);
    return step.needsSitting() ? any.sittings().onOrAfter(bare) : bare;
  }

  @Property
  void everyStepPutOffToItsLatestStartStillMeetsTheEndUnlessItCouldNotBeMet(
      @ForAll("cases") Case any) {
    BackPlan plan = any.plan(WhatIf.NOTHING);
    if (plan.margin() >= 0) {
      for (Line line : plan.lines()) {
        assertThat(line.slack()).isNotNegative();
        String code = line.step().code();
        BackPlan putOff =
            any.plan(new WhatIf(Set.of(), Map.of(), Map.of(code, line.latestStart())));
        assertThat(putOff.projected()).isBeforeOrEqualTo(any.end());
        BackPlan tooLate =
            any.plan(new WhatIf(Set.of(), Map.of(), Map.of(code, line.latestStart().plusDays(1))));
        assertThat(tooLate.projected()).isAfter(any.end());
      }
    }
  }

  @Property
  void theEndCanBeMetExactlyIfNoSlackIsNegative(@ForAll("cases") Case any) {
    BackPlan plan = any.plan(WhatIf.NOTHING);
    assertThat(plan.margin() < 0).isEqualTo(plan.slack().orElseThrow() < 0);
    assertThat(plan.critical()).isNotEmpty();
  }

  @Property
  void noStepBeginsBeforeThoseItWaitsForAreOver(@ForAll("cases") Case any) {
    BackPlan plan = any.plan(WhatIf.NOTHING);
    for (Line line : plan.lines()) {
      assertThat(line.start()).isAfterOrEqualTo(TODAY);
      for (String before : line.step().after()) {
        Line other = plan.line(before).orElseThrow();
        assertThat(line.start()).isAfterOrEqualTo(other.finish());
        if (line.latestStart() != null) {
          assertThat(other.latestFinish()).isBeforeOrEqualTo(line.latestStart());
        }
      }
    }
  }

  @Property
  void worseNewsNeverMakesTheEndComeSooner(@ForAll("cases") Case any, @ForAll Random random) {
    LocalDate projected = any.plan(WhatIf.NOTHING).projected();
    String code = "s" + random.nextInt(any.steps().size());
    assertThat(
            any.plan(new WhatIf(Set.of(), Map.of(code, 1 + random.nextInt(60)), Map.of()))
                .projected())
        .isAfterOrEqualTo(projected);
    for (LocalDate sitting : any.sittings().planned()) {
      assertThat(any.plan(new WhatIf(Set.of(sitting), Map.of(), Map.of())).projected())
          .isAfterOrEqualTo(projected);
    }
  }
}
