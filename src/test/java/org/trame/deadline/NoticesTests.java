package org.trame.deadline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import org.trame.TestProgrammes;
import org.trame.TrameTest;
import org.trame.calendar.Term;
import org.trame.calendar.Unit;
import org.trame.ledger.Ledger;
import org.trame.ledger.LedgerEntry;
import org.trame.workflow.TrameClock;

/** Reminders before the end, the ladder after it, each given once. */
@TrameTest
class NoticesTests {

  private static final String REGIME = "contrat-de-quartier";

  @Autowired Notices notices;
  @Autowired Clocks clocks;
  @Autowired TestProgrammes programmes;
  @Autowired Ledger ledger;
  @Autowired JdbcClient jdbc;
  @Autowired TransactionTemplate transaction;
  @Autowired TrameClock time;

  private String programme;
  private LegalClock drafting;

  @BeforeEach
  void start() {
    on("2026-03-02");
    programme = programmes.bare("Rappels", "21009");
    // Due on Monday 1 June; warned 10 and 3 working days before; told 0 and 5 after.
    drafting = clocks.start(REGIME, programme, "drafting", "x", LocalDate.parse("2026-03-02"));
  }

  @AfterEach
  void end() {
    clocks.of(programme).forEach(clocks::drop);
    time.release();
  }

  private void on(String day) {
    time.moveTo(Instant.parse(day + "T09:00:00Z"));
  }

  private List<org.assertj.core.groups.Tuple> planned() {
    return jdbc.sql(
            "select day::text, kind, role, given_at is not null from trame.planned_notice where"
                + " clock = ? order by day, id")
        .param(drafting.id())
        .query(
            (row, n) ->
                tuple(row.getString(1), row.getString(2), row.getString(3), row.getBoolean(4)))
        .list();
  }

  /** Gives what is due to this programme alone. */
  private int give(String day) {
    Set<String> others =
        Set.copyOf(
            jdbc.sql("select distinct subject from trame.legal_clock where subject <> ?")
                .param(programme)
                .query(String.class)
                .list());
    on(day);
    return notices.run(LocalDate.parse(day), others);
  }

  private List<String> told() {
    return ledger.of(programme).stream()
        .filter(e -> e.act().equals("clock-escalated"))
        .map(e -> e.details().get("role") + " " + e.details().get("days"))
        .toList();
  }

  @Test
  void theyArePlannedInWorkingDaysWhenAClockStarts() {
    // Back from 1 June: 27 May is three working days before (25 May is Whit Monday), 15 May ten.
    assertThat(planned())
        .containsExactly(
            tuple("2026-05-15", "WARN", "holder", false),
            tuple("2026-05-27", "WARN", "holder", false),
            tuple("2026-06-01", "ESCALATE", "department-head", false),
            tuple("2026-06-01", "ESCALATE", "holder", false),
            tuple("2026-06-02", "MISS", "holder", false),
            tuple("2026-06-08", "ESCALATE", "alderman", false));
    assertThat(notices.of(drafting))
        .as("the watch for a miss is not told to anybody")
        .extracting(PlannedNotice::role)
        .containsExactly("holder", "holder", "department-head", "holder", "alderman");
  }

  @Test
  void aReminderIsGivenOnItsDayAndNotAgain() {
    assertThat(give("2026-05-14")).isZero();
    assertThat(give("2026-05-15")).isEqualTo(1);
    assertThat(give("2026-05-15")).isZero();
    assertThat(give("2026-05-27")).isEqualTo(1);
  }

  @Test
  void theLadderBeginsAtTheMissAndIsClimbedInWorkingDays() {
    assertThat(give("2026-06-01")).as("reminders; nothing is late before the miss").isEqualTo(2);
    on("2026-06-01");
    clocks.miss(drafting);
    assertThat(told()).containsExactly("department-head 0");
    assertThat(notices.climbed(drafting)).containsExactly("department-head", "holder");
    assertThat(give("2026-06-05")).isZero();
    assertThat(give("2026-06-08")).isEqualTo(1);
    assertThat(give("2026-06-08")).isZero();
    assertThat(told()).containsExactly("department-head 0", "alderman 5");
  }

  @Test
  void aMissNoticedLateClimbsAtOnceWhatIsDue() {
    on("2026-06-10");
    clocks.miss(drafting);
    assertThat(told()).containsExactly("department-head 0", "alderman 5");
  }

  @Test
  void aLimitThatNoProcessWatchesIsMissedOnTheNextWorkingDay() {
    give("2026-06-01");
    assertThat(give("2026-06-02")).isEqualTo(1);
    assertThat(clocks.get(drafting.id()).orElseThrow().state()).isEqualTo(LegalClock.State.MISSED);
    assertThat(told()).containsExactly("department-head 0");
    assertThat(give("2026-06-08")).isEqualTo(1);
    assertThat(told()).containsExactly("department-head 0", "alderman 5");
  }

  @Test
  void silenceHasNoEffectWithoutItsProcess() {
    LegalClock supervision =
        clocks.start(REGIME, programme, "supervision-budget", "x", LocalDate.parse("2026-03-02"));
    give("2026-05-02");
    assertThat(clocks.get(supervision.id()).orElseThrow().state())
        .isEqualTo(LegalClock.State.RUNNING);
  }

  @Test
  void nothingIsToldOnceTheActCame() {
    on("2026-06-02");
    clocks.miss(drafting);
    clocks.meet(drafting);
    assertThat(give("2026-06-30")).isZero();
    assertThat(told()).containsExactly("department-head 0");
  }

  @Test
  void theyFollowAClockThatMoves() {
    give("2026-05-15");
    clocks.extend(drafting, new Term(30, Unit.DAY), "");
    assertThat(planned())
        .containsExactly(
            tuple("2026-05-15", "WARN", "holder", true),
            tuple("2026-06-16", "WARN", "holder", false),
            tuple("2026-06-25", "WARN", "holder", false),
            tuple("2026-06-30", "ESCALATE", "department-head", false),
            tuple("2026-06-30", "ESCALATE", "holder", false),
            tuple("2026-07-01", "MISS", "holder", false),
            tuple("2026-07-07", "ESCALATE", "alderman", false));
  }

  @Test
  void nothingIsPlannedWhileAClockStandsStill() {
    LegalClock approval =
        clocks.start(REGIME, programme, "regional-approval", "x", LocalDate.parse("2026-03-02"));
    clocks.happened(programme, "remarks-sent");
    String count = "select count(*) from trame.planned_notice where clock = ?";
    assertThat(jdbc.sql(count).param(approval.id()).query(Integer.class).single()).isZero();
    on("2026-03-09");
    clocks.ceased(programme, "remarks-sent");
    assertThat(jdbc.sql(count).param(approval.id()).query(Integer.class).single()).isEqualTo(6);
  }

  @Test
  void nothingIsPlannedAfterALapse() {
    LegalClock supervision =
        clocks.start(REGIME, programme, "supervision-budget", "x", LocalDate.parse("2026-03-02"));
    on("2026-04-14");
    clocks.miss(supervision);
    assertThat(
            jdbc.sql("select count(*) from trame.planned_notice where clock = ?")
                .param(supervision.id())
                .query(Integer.class)
                .single())
        .isZero();
  }

  @Test
  void aRolledBackStartPlansNothing() {
    String before = "select count(*) from trame.planned_notice";
    int planned = jdbc.sql(before).query(Integer.class).single();
    transaction.executeWithoutResult(
        t -> {
          clocks.start(REGIME, programme, "diagnosis", "x", LocalDate.parse("2026-03-02"));
          t.setRollbackOnly();
        });
    assertThat(jdbc.sql(before).query(Integer.class).single()).isEqualTo(planned);
  }

  @Test
  void noticesOfADayAreGivenFromTheMorningOn() {
    Set<String> others =
        Set.copyOf(
            jdbc.sql("select distinct subject from trame.legal_clock where subject <> ?")
                .param(programme)
                .query(String.class)
                .list());
    assertThat(notices.next(LocalDateTime.parse("2026-05-15T05:59"), others)).isEmpty();
    assertThat(notices.next(LocalDateTime.parse("2026-05-15T06:00"), others))
        .contains(LocalDateTime.parse("2026-05-15T06:00"));
  }

  @Test
  void oneThatFailsKeepsNoOtherBackAndIsTriedAgain() {
    LegalClock broken =
        clocks.start(REGIME, programme, "drafting", "broken", LocalDate.parse("2026-03-02"));
    String amount =
        "update trame.legal_clock set rule = jsonb_set(rule, '{term,amount}', ?::jsonb) where id ="
            + " ?";
    jdbc.sql(amount).params("0", broken.id()).update();
    try {
      assertThat(give("2026-05-15")).isEqualTo(1);
    } finally {
      jdbc.sql(amount).params("90", broken.id()).update();
    }
    assertThat(give("2026-05-15")).isEqualTo(1);
  }

  @Test
  void twoNodesGiveEachRungOnce() throws Exception {
    List<LegalClock> many = new ArrayList<>();
    for (int n = 0; n < 60; n++) {
      many.add(clocks.start(REGIME, programme, "drafting", "n" + n, LocalDate.parse("2026-03-02")));
    }
    on("2026-06-02");
    many.forEach(clocks::miss);
    clocks.drop(drafting);
    Set<String> others =
        Set.copyOf(
            jdbc.sql("select distinct subject from trame.legal_clock where subject <> ?")
                .param(programme)
                .query(String.class)
                .list());
    on("2026-06-08");
    AtomicInteger given = new AtomicInteger();
    ClocksTests.together(
        () -> given.addAndGet(notices.run(LocalDate.parse("2026-06-08"), others)),
        () -> given.addAndGet(notices.run(LocalDate.parse("2026-06-08"), others)));
    assertThat(given).hasValue(60);
    Map<String, Long> aldermen =
        ledger.of(programme).stream()
            .filter(e -> e.act().equals("clock-escalated"))
            .filter(e -> e.details().get("role").equals("alderman"))
            .collect(
                java.util.stream.Collectors.groupingBy(
                    (LedgerEntry e) -> e.details().get("clock"),
                    java.util.stream.Collectors.counting()));
    assertThat(aldermen).hasSize(60).allSatisfy((clock, times) -> assertThat(times).isOne());
  }
}
