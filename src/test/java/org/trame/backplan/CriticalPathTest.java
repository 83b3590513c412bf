package org.trame.backplan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.trame.backplan.Plans.council;
import static org.trame.backplan.Plans.day;
import static org.trame.backplan.Plans.plan;
import static org.trame.backplan.Plans.step;

import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Plans calculated by hand. */
class CriticalPathTest {

  private static final Sittings NONE = Sittings.of(List.of());

  /**
   * Two branches from 1 June 2026 (a Monday), end 31 July 2026 (a Friday).
   *
   * <pre>
   * draft    10 days           1/6 -> 11/6
   * opinion  14 days            11/6 -> 25/6       (longest branch)
   * report   5 working days     11/6 -> 18/6       (12, 15, 16, 17, 18)
   * vote     7 clear days       25/6 -> 3/7        (26/6 .. 2/7 are free, the 8th day)
   * send     5 working days     3/7 -> 10/7        (6, 7, 8, 9, 10)
   *
   * back:    send by 31/7: 31, 30, 29, 28, 27/7 count, so begun on 26/7 at the latest
   *          vote by 26/7: 25 .. 19/7 are free: 18/7    opinion by 18/7: 4/7
   *          report by 18/7, a Saturday: 17, 16, 15, 14, 13/7 count: 12/7
   *          draft by min(4/7, 12/7) = 4/7: 24/6
   * </pre>
   */
  private static final List<PlanStep> BRANCHES =
      List.of(
          step("draft", "", "10 days"),
          step("opinion", "draft", "14 days"),
          step("report", "draft", "5 working days"),
          step("vote", "opinion,report", "7 clear days"),
          step("send", "vote", "5 working days"));

  @Test
  void forwardAndBackwardAreAsCalculatedByHand() {
    BackPlan plan = plan(BRANCHES, Map.of(), NONE, "2026-06-01", "2026-07-31");
    assertThat(plan.lines())
        .extracting(
            l -> l.step().code(),
            l -> l.start().toString(),
            l -> l.finish().toString(),
            l -> l.latestStart().toString(),
            l -> l.latestFinish().toString(),
            Line::slack,
            Line::critical)
        .containsExactly(
            row("draft", "2026-06-01", "2026-06-11", "2026-06-24", "2026-07-04", 23, true),
            row("opinion", "2026-06-11", "2026-06-25", "2026-07-04", "2026-07-18", 23, true),
            row("report", "2026-06-11", "2026-06-18", "2026-07-12", "2026-07-18", 31, false),
            row("vote", "2026-06-25", "2026-07-03", "2026-07-18", "2026-07-26", 23, true),
            row("send", "2026-07-03", "2026-07-10", "2026-07-26", "2026-07-31", 23, true));
    assertThat(plan.projected()).isEqualTo("2026-07-10");
    assertThat(plan.margin()).isEqualTo(21);
    assertThat(plan.verdict()).isEqualTo(BackPlan.Verdict.HOLDS);
  }

  private static org.assertj.core.groups.Tuple row(
      String code, String es, String ef, String ls, String lf, long slack, boolean critical) {
    return org.assertj.core.groups.Tuple.tuple(code, es, ef, ls, lf, slack, critical);
  }

  @Test
  void anEndTooNearCannotBeMetAndSaysByHowMuch() {
    BackPlan plan = plan(BRANCHES, Map.of(), NONE, "2026-06-01", "2026-06-30");
    assertThat(plan.verdict()).isEqualTo(BackPlan.Verdict.LATE);
    assertThat(plan.margin()).isEqualTo(-10);
    // Sent by 30/6: begun on 23/6; voted by 23/6: convened on 15/6, ten days before it can be.
    assertThat(plan.line("vote").orElseThrow().slack()).isEqualTo(-10);
  }

  @Test
  void aSittingThatIsPlannedSoonerOrLaterDecides() {
    Sittings sittings =
        Sittings.of(List.of(day("2026-06-25"), day("2026-07-09"), day("2026-08-27")));
    List<PlanStep> steps =
        List.of(
            step("draft", "", "10 days"),
            council("vote", "draft", "7 clear days"),
            step("send", "vote", "5 working days"));
    BackPlan plan = plan(steps, Map.of(), sittings, "2026-06-01", "2026-07-31");
    Line vote = plan.line("vote").orElseThrow();
    // Convened on 11/6, possible from 19/6: the sitting of 25/6.
    assertThat(vote.finish()).isEqualTo("2026-06-25");
    assertThat(vote.sitting()).isEqualTo(Sittings.Known.PLANNED);
    // The last sitting that leaves five working days is 9/7: convened on 1/7 at the latest.
    assertThat(vote.latestStart()).isEqualTo("2026-07-01");
    assertThat(plan.projected()).isEqualTo("2026-07-02");
  }

  @Test
  void aMissedSittingMovesTheEndToTheNextOne() {
    Sittings sittings = Sittings.of(List.of(day("2026-06-25"), day("2026-07-09")));
    List<PlanStep> steps = List.of(council("vote", "", "7 clear days"));
    WhatIf missed = new WhatIf(Set.of(day("2026-06-25")), Map.of(), Map.of());
    BackPlan plan =
        CriticalPath.of(
            steps, Map.of(), sittings, day("2026-06-10"), day("2026-07-31"), missed, Plans.EXACT);
    assertThat(plan.projected()).isEqualTo("2026-07-09");
    WhatIf both = new WhatIf(Set.of(day("2026-06-25"), day("2026-07-09")), Map.of(), Map.of());
    plan =
        CriticalPath.of(
            steps, Map.of(), sittings, day("2026-06-10"), day("2026-07-31"), both, Plans.EXACT);
    assertThat(plan.projected()).isEqualTo("2026-07-10");
    assertThat(plan.lines().get(0).sitting()).isEqualTo(Sittings.Known.NONE_LEFT);
  }

  @Test
  void whereNoSittingIsEarlyEnoughThereIsNoLatestStart() {
    BackPlan plan =
        plan(
            List.of(council("vote", "", "7 clear days")),
            Map.of(),
            Sittings.of(List.of(day("2026-06-30"))),
            "2026-06-10",
            "2026-06-25");
    Line vote = plan.lines().get(0);
    assertThat(vote.latestStart()).isNull();
    assertThat(vote.slack()).isEqualTo(-5);
    assertThat(plan.verdict()).isEqualTo(BackPlan.Verdict.LATE);
  }

  @Test
  void aListOfSittingsSaysNothingOfTheMonthsBeforeItBegins() {
    Sittings begun = Sittings.of(List.of(day("2026-08-27"), day("2026-09-24")));
    List<PlanStep> steps = List.of(council("vote", "", "7 clear days"));
    BackPlan early = plan(steps, Map.of(), begun, "2026-06-10", "2026-07-31");
    Line vote = early.lines().get(0);
    assertThat(vote.finish()).isEqualTo("2026-06-18");
    assertThat(vote.sitting()).isEqualTo(Sittings.Known.BEFORE_LIST);
    assertThat(vote.latestStart()).isEqualTo("2026-07-23");
    // In its month it counts, from the first day on.
    vote = plan(steps, Map.of(), begun, "2026-07-24", "2026-08-26").lines().get(0);
    assertThat(vote.finish()).isEqualTo("2026-08-27");
    assertThat(vote.latestStart()).isEqualTo("2026-07-23");
    assertThat(vote.slack()).isEqualTo(-1);
  }

  @Test
  void sittingsOfAnotherDecadeAreNotLookedFor() {
    BackPlan plan =
        plan(
            List.of(council("vote", "", "7 clear days")),
            Map.of(),
            Sittings.of(List.of(day("2012-06-28"), day("2026-08-27"))),
            "2026-06-10",
            "2026-07-31");
    Line vote = plan.lines().get(0);
    assertThat(vote.latestStart()).isNull();
    assertThat(vote.slack()).isEqualTo(-27);
  }

  @Test
  void withoutPlannedSittingsTheBareTermIsCountedAndSaid() {
    BackPlan plan =
        plan(
            List.of(council("vote", "", "7 clear days")),
            Map.of(),
            NONE,
            "2026-06-10",
            "2026-07-31");
    assertThat(plan.projected()).isEqualTo("2026-06-18");
    assertThat(plan.lines().get(0).sitting()).isEqualTo(Sittings.Known.NONE_PLANNED);
  }

  @Test
  void whatIsDoneKeepsItsDaysAndWhatIsUnderWayEndsNotBeforeToday() {
    Map<String, Progress> progress =
        Map.of(
            "draft",
            new Progress(Progress.State.DONE, day("2026-05-01"), day("2026-05-20"), null, 0),
            "opinion",
            new Progress(Progress.State.ACTIVE, day("2026-05-20"), null, null, 0),
            "report",
            new Progress(Progress.State.ACTIVE, day("2026-06-09"), null, null, 0));
    BackPlan plan = plan(BRANCHES, progress, NONE, "2026-06-10", "2026-07-31");
    assertThat(plan.line("draft").orElseThrow().finish()).isEqualTo("2026-05-20");
    assertThat(plan.line("draft").orElseThrow().slack()).isNull();
    // 20/5 + 14 days = 3/6 has passed: today at the earliest.
    assertThat(plan.line("opinion").orElseThrow().finish()).isEqualTo("2026-06-10");
    assertThat(plan.line("opinion").orElseThrow().latestStart()).isNull();
    // 9/6 + 5 working days = 16/6.
    assertThat(plan.line("report").orElseThrow().finish()).isEqualTo("2026-06-16");
    // From 16/6: 24/6 the vote, 1/7 sent.
    assertThat(plan.projected()).isEqualTo("2026-07-01");
  }

  @Test
  void aClockThatWasMovedMovesThePlan() {
    Map<String, Progress> progress =
        Map.of(
            "draft",
            new Progress(Progress.State.ACTIVE, day("2026-06-01"), null, day("2026-07-31"), 30));
    BackPlan plan = plan(BRANCHES, progress, NONE, "2026-06-05", "2026-12-31");
    // 11/6, and thirty days more.
    assertThat(plan.line("draft").orElseThrow().finish()).isEqualTo("2026-07-11");
  }

  @Test
  void aWindowThatDoesNotCountPutsTheLatestStartBeforeIt() {
    List<PlanStep> steps = List.of(step("meeting", "", "10 days", "07-16..08-15", false, false));
    BackPlan plan = plan(steps, Map.of(), NONE, "2026-06-01", "2026-08-20");
    // 16 to 20/8 are five days, 11 to 15/7 five more: begun on 10/7.
    assertThat(plan.lines().get(0).latestStart()).isEqualTo("2026-07-10");
  }

  @Test
  void monthsCountBackToTheLastDayThatStillEndsInTime() {
    BackPlan plan =
        plan(List.of(step("a", "", "1 month")), Map.of(), NONE, "2027-01-04", "2027-02-28");
    // From 28, 29, 30 and 31 January alike: 28 February.
    assertThat(plan.lines().get(0).latestStart()).isEqualTo("2027-01-31");
  }

  @Test
  void whatIfAStepTakesLongerOrBeginsLater() {
    WhatIf longer = new WhatIf(Set.of(), Map.of("opinion", 10), Map.of());
    WhatIf later = new WhatIf(Set.of(), Map.of(), Map.of("report", day("2026-07-01")));
    assertThat(whatIf(longer).projected()).isEqualTo("2026-07-20");
    // Begun on 1/7: 8/7; voted 16/7; 17, 20, 22, 23 and 24/7 count, 21/7 is a holiday.
    assertThat(whatIf(later).projected()).isEqualTo("2026-07-24");
    assertThat(whatIf(later).critical()).extracting(l -> l.step().code()).contains("report");
  }

  private static BackPlan whatIf(WhatIf question) {
    return CriticalPath.of(
        BRANCHES,
        Map.of(),
        NONE,
        day("2026-06-01"),
        day("2026-07-31"),
        question,
        new CriticalPath.Settings(3, 10));
  }

  @Test
  void stepsThatWaitForOneAnotherOrForNothingKnownAreRefused() {
    assertThatThrownBy(
            () ->
                plan(
                    List.of(step("a", "b", "1 day"), step("b", "a", "1 day")),
                    Map.of(),
                    NONE,
                    "2026-06-01",
                    "2026-07-31"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("a > b");
    assertThatThrownBy(
            () ->
                plan(List.of(step("a", "z", "1 day")), Map.of(), NONE, "2026-06-01", "2026-07-31"))
        .isInstanceOf(NoSuchElementException.class)
        .hasMessage("z");
  }
}
