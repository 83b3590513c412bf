package org.trame.deadline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.trame.TestProgrammes;
import org.trame.TrameTest;
import org.trame.access.Actor;
import org.trame.access.Actors;
import org.trame.calendar.Step;
import org.trame.calendar.Suspension;
import org.trame.calendar.Term;
import org.trame.calendar.Unit;
import org.trame.input.Refusal;
import org.trame.ledger.Ledger;
import org.trame.ledger.LedgerEntry;
import org.trame.workflow.TrameClock;

/** What happens to a clock between its start and its end. Days counted by hand, on a calendar. */
@TrameTest
class ClocksTests {

  private static final String REGIME = "contrat-de-quartier";
  private static final String APPROVAL = "regional-approval";
  private static final String DRAFTING = "drafting";
  private static final String REMARKS = "remarks-sent";
  private static final Term MONTH_OF_DAYS = new Term(30, Unit.DAY);
  private static final Actor HEAD = new Actor("chef", List.of("department-head-21009"));

  @Autowired Clocks clocks;
  @Autowired TestProgrammes programmes;
  @Autowired Ledger ledger;
  @Autowired JdbcClient jdbc;
  @Autowired TrameClock time;

  private String programme;

  @BeforeEach
  void open() {
    on("2026-03-02");
    programme = programmes.bare("Délais", "21009");
  }

  @AfterEach
  void realTime() {
    time.release();
  }

  private void on(String day) {
    time.moveTo(Instant.parse(day + "T09:00:00Z"));
  }

  private LegalClock start(String step, String from) {
    return clocks.start(REGIME, programme, step, "x", LocalDate.parse(from));
  }

  private LegalClock now(LegalClock clock) {
    return clocks.get(clock.id()).orElseThrow();
  }

  private static LocalDate day(String day) {
    return LocalDate.parse(day);
  }

  private static void refused(String key, ThrowingCallable work) {
    assertThatThrownBy(work)
        .isInstanceOfSatisfying(
            Refusal.class, r -> assertThat(r.violations()).extracting(v -> v.key()).contains(key));
  }

  private List<String> acts() {
    return ledger.of(programme).stream().map(LedgerEntry::act).toList();
  }

  @Test
  void aClockKeepsItsRuleAndTheWayToItsDueDay() {
    LegalClock clock = now(start(APPROVAL, "2026-03-04"));
    assertThat(clock.limit()).isEqualTo(clocks.limit(REGIME, APPROVAL));
    assertThat(clock.regime()).isEqualTo(REGIME);
    // 60 days from 4 March end on Sunday 3 May.
    assertThat(clock.dueOn()).isEqualTo("2026-05-04");
    assertThat(clock.computed().nominal()).isEqualTo("2026-05-03");
    assertThat(clock.computed().steps())
        .extracting(Step::kind)
        .containsExactly(Step.Kind.START, Step.Kind.COUNT, Step.Kind.MOVED, Step.Kind.DUE);
    // Whatever becomes of the table, this clock goes on by the rule it was started by.
    jdbc.sql(
            "update trame.legal_clock set rule = jsonb_set(rule, '{term,amount}', '10')"
                + " where id = ?")
        .param(clock.id())
        .update();
    on("2026-03-05");
    clocks.suspend(clock, REMARKS, day("2026-03-04"), "");
    assertThat(clocks.resume(clock, day("2026-03-05")).dueOn()).isEqualTo("2026-03-16");
  }

  @Test
  void theDayOfAnEventIsItsOwnEnd() {
    LegalClock clock = clocks.startUntil(REGIME, programme, "council-vote", "x", day("2026-05-03"));
    assertThat(clock.dueOn()).as("a Sunday, all the same").isEqualTo("2026-05-03");
    assertThat(now(clock).computed().steps())
        .extracting(Step::kind)
        .containsExactly(Step.Kind.EVENT, Step.Kind.DUE);
  }

  @Test
  void theDaysOfSuspensionsDoNotCount() {
    LegalClock clock = start(APPROVAL, "2026-03-04");
    on("2026-03-16");
    clocks.suspend(clock, REMARKS, day("2026-03-16"), "Pièces demandées");
    assertThat(now(clock).state()).isEqualTo(LegalClock.State.SUSPENDED);
    on("2026-03-26");
    // 16 to 25 March, ten days: 13 May, a Wednesday.
    assertThat(clocks.resume(clock, day("2026-03-26")).dueOn()).isEqualTo("2026-05-13");
    on("2026-04-08");
    clocks.suspend(clock, REMARKS, day("2026-04-01"), "");
    // 1 to 7 April, seven days more: 20 May.
    LegalClock resumed = clocks.resume(clock, day("2026-04-08"));
    assertThat(resumed.dueOn()).isEqualTo("2026-05-20");
    assertThat(resumed.suspensions())
        .extracting(Suspension::first, Suspension::last)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple(day("2026-03-16"), day("2026-03-25")),
            org.assertj.core.groups.Tuple.tuple(day("2026-04-01"), day("2026-04-07")));
    assertThat(clocks.computations(clock.id()))
        .extracting(ClockComputation::why, c -> c.computed().due().toString())
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple("STARTED", "2026-05-04"),
            org.assertj.core.groups.Tuple.tuple("RESUMED", "2026-05-13"),
            org.assertj.core.groups.Tuple.tuple("RESUMED", "2026-05-20"));
    assertThat(clocks.events(clock.id()).get(0))
        .satisfies(
            e -> {
              assertThat(e.kind()).isEqualTo(ClockEvent.Kind.SUSPENDED);
              assertThat(e.cause()).isEqualTo(REMARKS);
              assertThat(e.reason()).isEqualTo("Pièces demandées");
            });
    assertThat(acts())
        .containsExactly("clock-suspended", "clock-resumed", "clock-suspended", "clock-resumed");
  }

  @Test
  void whereTheRuleSaysSoTheTermBeginsAgain() {
    LegalClock clock = start(APPROVAL, "2026-03-04");
    jdbc.sql(
            "update trame.legal_clock set rule = jsonb_set(rule, '{resumption}', '\"RESTART\"')"
                + " where id = ?")
        .param(clock.id())
        .update();
    on("2026-03-26");
    clocks.suspend(clock, REMARKS, day("2026-03-16"), "");
    // 60 days from 26 March end on Whit Monday, 25 May: the next working day.
    assertThat(clocks.resume(clock, day("2026-03-26")).dueOn()).isEqualTo("2026-05-26");
  }

  @Test
  void aTermBeginsAgainEvenIfResumedOnTheSameDay() {
    LegalClock clock = start(APPROVAL, "2026-03-04");
    jdbc.sql(
            "update trame.legal_clock set rule = jsonb_set(rule, '{resumption}', '\"RESTART\"')"
                + " where id = ?")
        .param(clock.id())
        .update();
    on("2026-03-05");
    clocks.suspend(clock, REMARKS, day("2026-03-05"), "");
    LegalClock resumed = clocks.resume(clock, day("2026-03-05"));
    // 60 days from 5 March end on Monday 4 May; from 4 March it was Sunday 3 May, so the same day.
    assertThat(resumed.computed().nominal()).isEqualTo("2026-05-04");
    assertThat(resumed.computed().steps())
        .extracting(org.trame.calendar.Step::kind)
        .contains(org.trame.calendar.Step.Kind.RESTARTED)
        .doesNotContain(org.trame.calendar.Step.Kind.SUSPENDED);
  }

  @Test
  void impossibleSuspensionsAreRefused() {
    LegalClock clock = start(APPROVAL, "2026-03-04");
    on("2026-03-16");
    refused("refusal.clock.cause", () -> clocks.suspend(clock, "strike", day("2026-03-16"), ""));
    refused("refusal.clock.future", () -> clocks.suspend(clock, REMARKS, day("2026-03-17"), ""));
    refused("refusal.clock.before", () -> clocks.suspend(clock, REMARKS, day("2026-03-03"), ""));
    refused("refusal.clock.running", () -> clocks.resume(clock, day("2026-03-16")));
    clocks.suspend(clock, REMARKS, day("2026-03-10"), "");
    refused("refusal.clock.suspended", () -> clocks.suspend(clock, REMARKS, day("2026-03-16"), ""));
    refused("refusal.clock.resumedBefore", () -> clocks.resume(clock, day("2026-03-09")));
    refused("refusal.clock.future", () -> clocks.resume(clock, day("2026-03-17")));
    clocks.resume(clock, day("2026-03-12"));
    refused("refusal.clock.before", () -> clocks.suspend(clock, REMARKS, day("2026-03-11"), ""));
    on("2026-06-01");
    refused("refusal.clock.over", () -> clocks.suspend(clock, REMARKS, day("2026-06-01"), ""));
    clocks.meet(clock);
    refused("refusal.clock.ended", () -> clocks.suspend(clock, REMARKS, day("2026-03-20"), ""));
  }

  @Test
  void anEventSuspendsTheClocksWhoseRuleNamesItAndNoOther() {
    LegalClock approval = start(APPROVAL, "2026-03-04");
    LegalClock drafting = start(DRAFTING, "2026-03-02");
    on("2026-03-16");
    clocks.happened(programme, "task-opened");
    assertThat(clocks.openOf(List.of(programme)))
        .allMatch(c -> c.state() == LegalClock.State.RUNNING);
    clocks.happened(programme, REMARKS);
    clocks.happened(programme, REMARKS);
    assertThat(now(approval).state()).isEqualTo(LegalClock.State.SUSPENDED);
    assertThat(now(drafting).state()).isEqualTo(LegalClock.State.RUNNING);
    on("2026-03-26");
    clocks.ceased(programme, "task-opened");
    assertThat(now(approval).state()).isEqualTo(LegalClock.State.SUSPENDED);
    clocks.ceased(programme, REMARKS);
    assertThat(now(approval).dueOn()).isEqualTo("2026-05-13");
  }

  @Test
  void anExtensionOnTheLastDayProlongsTheTermItself() {
    LegalClock clock = start(DRAFTING, "2026-03-02");
    // 90 days end on Sunday 31 May: Monday 1 June.
    assertThat(clock.dueOn()).isEqualTo("2026-06-01");
    on("2026-06-01");
    LegalClock extended =
        Actors.as(HEAD, () -> clocks.extend(clock, MONTH_OF_DAYS, "Congés de maladie"));
    // Thirty days after 31 May, not after 1 June.
    assertThat(extended.dueOn()).isEqualTo("2026-06-30");
    assertThat(extended.extensions()).containsExactly(MONTH_OF_DAYS);
    assertThat(clocks.events(clock.id()))
        .singleElement()
        .satisfies(
            e -> {
              assertThat(e.by()).isEqualTo("chef");
              assertThat(e.term()).isEqualTo(MONTH_OF_DAYS);
            });
    assertThat(acts()).containsExactly("clock-extended");
  }

  @Test
  void impossibleExtensionsAreRefused() {
    LegalClock clock = start(DRAFTING, "2026-03-02");
    refused(
        "refusal.clock.notExtensible",
        () -> clocks.extend(start(APPROVAL, "2026-03-02"), MONTH_OF_DAYS, ""));
    refused(
        "refusal.clock.extendRole",
        () ->
            Actors.as(
                new Actor("coord", List.of("coordinator-21009")),
                () -> clocks.extend(clock, MONTH_OF_DAYS, "")));
    refused(
        "refusal.clock.extendRole",
        () ->
            Actors.as(
                new Actor("autre", List.of("department-head-21004")),
                () -> clocks.extend(clock, MONTH_OF_DAYS, "")));
    refused("refusal.clock.extendLong", () -> clocks.extend(clock, new Term(31, Unit.DAY), ""));
    refused("refusal.clock.extendLong", () -> clocks.extend(clock, new Term(2, Unit.MONTH), ""));
    clocks.extend(clock, new Term(20, Unit.DAY), "");
    refused("refusal.clock.extendTimes", () -> clocks.extend(clock, new Term(5, Unit.DAY), ""));
    LegalClock late = clocks.start(REGIME, programme, DRAFTING, "y", day("2026-03-02"));
    on("2026-06-02");
    refused("refusal.clock.extendLate", () -> clocks.extend(late, MONTH_OF_DAYS, ""));
    clocks.drop(late);
    refused("refusal.clock.ended", () -> clocks.extend(late, MONTH_OF_DAYS, ""));
  }

  @Test
  void whatIsSuspendedIsExtendedToo() {
    LegalClock clock = start(DRAFTING, "2026-03-02");
    jdbc.sql(
            "update trame.legal_clock set rule = jsonb_set(rule, '{suspendedBy}',"
                + " '[\"remarks-sent\"]') where id = ?")
        .param(clock.id())
        .update();
    clocks.suspend(clock, REMARKS, day("2026-03-02"), "");
    on("2026-03-12");
    clocks.extend(clock, new Term(10, Unit.DAY), "");
    assertThat(now(clock).state()).isEqualTo(LegalClock.State.SUSPENDED);
    // 90 + 10 days end on 10 June; nine days, 3 to 11 March, did not count.
    assertThat(clocks.resume(clock, day("2026-03-12")).dueOn()).isEqualTo("2026-06-19");
  }

  @Test
  void aMoveIsAnEventsDayWithItsReason() {
    LegalClock clock = start(APPROVAL, "2026-02-20");
    clocks.suspend(clock, REMARKS, day("2026-02-24"), "The new end has this in it");
    clocks.resume(clock, day("2026-03-02"));
    clocks.moveTo(clock, day("2026-07-01"), "Décision du Gouvernement");
    assertThat(now(clock).dueOn()).isEqualTo("2026-07-01");
    assertThat(clocks.computations(clock.id()))
        .last()
        .satisfies(
            c -> {
              assertThat(c.why()).isEqualTo("MOVED");
              assertThat(c.computed().steps().get(0).kind()).isEqualTo(Step.Kind.EVENT);
            });
    assertThat(clocks.events(clock.id()))
        .extracting(ClockEvent::reason)
        .endsWith("Décision du Gouvernement");
    on("2026-03-16");
    clocks.suspend(clock, REMARKS, day("2026-03-16"), "");
    on("2026-03-18");
    assertThat(clocks.resume(clock, day("2026-03-18")).dueOn()).isEqualTo("2026-07-03");
  }

  @Test
  void silenceWithoutEffectLeavesTheActAwaited() {
    LegalClock clock = start(DRAFTING, "2026-03-02");
    on("2026-05-31");
    assertThat(clocks.miss(clock)).as("before the due day").isFalse();
    on("2026-06-02");
    assertThat(clocks.miss(clock)).isTrue();
    assertThat(clocks.miss(clock)).isFalse();
    assertThat(now(clock).state()).isEqualTo(LegalClock.State.MISSED);
    clocks.meet(clock);
    assertThat(now(clock).state()).isEqualTo(LegalClock.State.MET_LATE);
    assertThat(acts()).containsExactly("clock-missed", "clock-escalated");
  }

  @Test
  void silenceWithAnEffectEndsTheClockAndIsTheProof() {
    LegalClock clock = start("supervision-budget", "2026-03-02");
    on("2026-04-14");
    assertThat(clocks.miss(clock)).isTrue();
    assertThat(now(clock).state()).isEqualTo(LegalClock.State.LAPSED);
    assertThat(now(clock).open()).isFalse();
    assertThat(ledger.of(programme))
        .singleElement()
        .satisfies(
            e -> {
              assertThat(e.act()).isEqualTo("clock-lapsed");
              assertThat(e.details())
                  .containsEntry("effect", "APPROVED")
                  // 40 days end on Saturday 11 April: Monday 13.
                  .containsEntry("due", "2026-04-13")
                  .containsEntry("clock", String.valueOf(clock.id()));
              assertThat(e.details().get("source")).contains("1998031259");
            });
    clocks.meet(clock);
    assertThat(now(clock).state()).as("too late").isEqualTo(LegalClock.State.LAPSED);
  }

  @Test
  void suspendedTwiceAtOnceItIsRefusedOnce() throws Exception {
    LegalClock clock = start(APPROVAL, "2026-03-02");
    assertThat(
            together(
                () -> clocks.suspend(clock, REMARKS, day("2026-03-02"), ""),
                () -> clocks.suspend(clock, REMARKS, day("2026-03-02"), "")))
        .containsExactlyInAnyOrder("done", "refusal.clock.suspended");
    assertThat(clocks.events(clock.id())).hasSize(1);
  }

  @Test
  void extendedTwiceAtOnceItIsRefusedOnce() throws Exception {
    LegalClock clock = start(DRAFTING, "2026-03-02");
    assertThat(
            together(
                () -> clocks.extend(clock, MONTH_OF_DAYS, ""),
                () -> clocks.extend(clock, MONTH_OF_DAYS, "")))
        .containsExactlyInAnyOrder("done", "refusal.clock.extendTimes");
    assertThat(now(clock).dueOn()).isEqualTo("2026-06-30");
  }

  @Test
  void missedTwiceAtOnceItIsRecordedOnce() throws Exception {
    LegalClock clock = start(DRAFTING, "2026-03-02");
    on("2026-06-02");
    together(() -> clocks.miss(clock), () -> clocks.miss(clock));
    assertThat(acts()).containsExactly("clock-missed", "clock-escalated");
  }

  @Test
  void extendedAndMissedAtOnceItIsOneOrTheOther() throws Exception {
    LegalClock clock = start(DRAFTING, "2026-03-02");
    on("2026-06-01");
    List<String> outcomes =
        together(() -> clocks.extend(clock, MONTH_OF_DAYS, ""), () -> clocks.miss(clock));
    assertThat(outcomes.get(0) + " " + now(clock).state() + " " + now(clock).dueOn())
        .isIn("done RUNNING 2026-06-30", "refusal.clock.extendLate MISSED 2026-06-01");
  }

  /** What came of two pieces of work that begin at the same moment. */
  static List<String> together(Callable<?> one, Callable<?> other) throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(2);
    try {
      CyclicBarrier start = new CyclicBarrier(2);
      List<Future<String>> both =
          List.of(
              threads.submit(() -> outcome(start, one)),
              threads.submit(() -> outcome(start, other)));
      return List.of(both.get(0).get(), both.get(1).get());
    } finally {
      threads.shutdownNow();
    }
  }

  private static String outcome(CyclicBarrier start, Callable<?> work) throws Exception {
    start.await();
    try {
      work.call();
      return "done";
    } catch (Refusal refusal) {
      return refusal.violations().get(0).key();
    }
  }
}
