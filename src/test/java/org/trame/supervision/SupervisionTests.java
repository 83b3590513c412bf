package org.trame.supervision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.trame.approval.ApprovalDriver.MINISTER;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.BadUserRequestException;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.UncategorizedSQLException;
import org.trame.TrameTest;
import org.trame.access.Actor;
import org.trame.access.Actors;
import org.trame.calendar.Term;
import org.trame.calendar.Unit;
import org.trame.deadline.Assent;
import org.trame.deadline.LegalClock;
import org.trame.input.Refusal;

/** The approval of acts, by decree and by silence. */
@TrameTest
class SupervisionTests extends SupervisionTest {

  @Test
  void aDecreeInTimeIsAnExplicitApproval() {
    SupervisedAct act = sent(ActKind.SUBSIDISED_CONTRACT, "2026/45");
    assertThat(act.dueOn()).isEqualTo("2026-04-01");
    assertThat(task("Task_ExamineAct", "2026/45").getDueDate())
        .isEqualTo(Instant.parse("2026-04-01T21:59:59Z"));
    examine("2026/45");
    decide("2026/45", "APPROVED");
    act = acts.get(act.id());
    assertThat(act.assent()).isEqualTo(Assent.EXPLICIT);
    assertThat(act.decidedBy()).isEqualTo("ministre");
    assertThat(clockOf(act).state()).isEqualTo(LegalClock.State.MET);
    assertThat(people.timers(programme)).isEmpty();
    assertThat(people.openTasks(programme)).isEmpty();
    assertThat(Assents.of(acts.of(programme))).isEqualTo(new Assents(1, 0, 0, 0));
  }

  @Test
  void silenceIsATacitApprovalProvedByItsClockAndNeverExplicit() {
    moveTo("2026-04-01T08:00:00Z");
    SupervisedAct act = sent(ActKind.SUBSIDISED_CONTRACT, "2026/45");
    // 1 May is a holiday, then comes a week end.
    assertThat(act.dueOn()).isEqualTo("2026-05-04");
    examine("2026/45");
    moveTo("2026-05-04T21:59:58Z");
    assertThat(acts.get(act.id()).awaited()).isTrue();
    moveTo("2026-05-04T21:59:59Z");
    act = acts.get(act.id());
    assertThat(act.assent()).isEqualTo(Assent.TACIT);
    assertThat(act.decidedOn()).isEqualTo("2026-05-04");
    assertThat(act.decidedBy()).isNull();
    assertThat(act.decree()).isNull();
    assertThat(clockOf(act).state()).isEqualTo(LegalClock.State.LAPSED);
    assertThat(Assents.of(acts.of(programme))).isEqualTo(new Assents(0, 1, 0, 0));
    assertThat(entries("act-deemed-approved"))
        .singleElement()
        .satisfies(
            e -> {
              assertThat(e.bySystem()).isTrue();
              assertThat(e.details())
                  .containsEntry("due", "2026-05-04")
                  .containsEntry("clock", act().clock().toString());
            });
    assertThat(entries("act-approved")).isEmpty();
    assertThat(people.openTasks(programme)).isEmpty();
  }

  @Test
  void theLimitEndsOnTheSecondInSummerAndInWinterTime() {
    SupervisedAct spring = sent(ActKind.SUBSIDISED_CONTRACT, "2026/45");
    assertThat(timer()).isEqualTo(Instant.parse("2026-04-01T21:59:59Z"));
    moveTo("2026-04-01T21:59:59Z");
    assertThat(acts.get(spring.id()).assent()).isEqualTo(Assent.TACIT);
    moveTo("2026-10-05T08:00:00Z");
    SupervisedAct autumn = sent(ActKind.SUBSIDISED_CONTRACT, "2026/46");
    assertThat(timer()).isEqualTo(Instant.parse("2026-11-04T22:59:59Z"));
    moveTo("2026-11-04T22:59:58Z");
    assertThat(acts.get(autumn.id()).awaited()).isTrue();
    moveTo("2026-11-04T22:59:59Z");
    assertThat(acts.get(autumn.id()).assent()).isEqualTo(Assent.TACIT);
  }

  @Test
  void silenceCountsEvenIfNobodyExaminedTheAct() {
    SupervisedAct act = sent(ActKind.BUDGET, "2026/45");
    moveTo("2026-04-14T08:00:00Z");
    assertThat(acts.get(act.id()).assent()).isEqualTo(Assent.TACIT);
    assertThat(acts.get(act.id()).decidedOn()).isEqualTo("2026-04-13");
  }

  @Test
  void notApprovingAndExtendingNeedFormalReasons() {
    SupervisedAct act = sent(ActKind.BUDGET, "2026/45");
    examine("2026/45");
    decideRefused("art. 5", "2026/45", "REFUSED");
    decideRefused("art. 5", "2026/45", "EXTENDED");
    decide("2026/45", "REFUSED", "decisionMotives", "Équilibre rompu");
    act = acts.get(act.id());
    assertThat(act.assent()).isEqualTo(Assent.REFUSED);
    assertThat(act.motives()).isEqualTo("Équilibre rompu");
    assertThat(Assents.of(acts.of(programme))).isEqualTo(new Assents(0, 0, 1, 0));
  }

  @Test
  void anExtensionOnTheLastDayMovesTheTimerAndIsTheOnlyOne() {
    SupervisedAct act = sent(ActKind.BUDGET, "2026/45");
    // 11 April 2026 is a Saturday.
    assertThat(act.dueOn()).isEqualTo("2026-04-13");
    examine("2026/45");
    moveTo("2026-04-13T21:30:00Z");
    decideRefused(
        "1 à 40 jours", "2026/45", "EXTENDED", "decisionMotives", "Avis", "extensionDays", 41);
    decide("2026/45", "EXTENDED", "decisionMotives", "Un avis est attendu");
    act = acts.get(act.id());
    // The term is 40 + 40 days from 2 March: 21 May, and only the end of the whole moves.
    assertThat(act.dueOn()).isEqualTo("2026-05-21");
    assertThat(act.extendedOn()).isEqualTo("2026-04-13");
    assertThat(timer()).isEqualTo(Instant.parse("2026-05-21T21:59:59Z"));
    assertThat(people.timers(programme)).hasSize(1);
    assertThat(task("Task_DecideAct", "2026/45").getDueDate())
        .isEqualTo(Instant.parse("2026-05-21T21:59:59Z"));
    moveTo("2026-05-21T18:00:00Z");
    decideRefused("plus de 1 fois", "2026/45", "EXTENDED", "decisionMotives", "Encore");
    decide("2026/45", "APPROVED");
    assertThat(acts.get(act.id()).assent()).isEqualTo(Assent.EXPLICIT);
    assertThat(people.timers(programme)).isEmpty();
  }

  @Test
  void theSilenceAfterAnExtensionCountsOnItsNewDay() {
    SupervisedAct act = sent(ActKind.ACCOUNTS, "2026/45");
    assertThat(act.dueOn()).isEqualTo("2026-05-21");
    examine("2026/45");
    decide("2026/45", "EXTENDED", "decisionMotives", "Pièces", "extensionDays", 10);
    assertThat(acts.get(act.id()).dueOn()).isEqualTo("2026-06-01");
    moveTo("2026-06-01T21:59:58Z");
    assertThat(acts.get(act.id()).awaited()).isTrue();
    moveTo("2026-06-01T21:59:59Z");
    assertThat(acts.get(act.id()).assent()).isEqualTo(Assent.TACIT);
  }

  @Test
  void thirtyDaysCannotBeExtended() {
    sent(ActKind.SUBSIDISED_CONTRACT, "2026/45");
    examine("2026/45");
    decideRefused(
        "art. 14 (numac 1998031259)", "2026/45", "EXTENDED", "decisionMotives", "Trop court");
    assertThat(act().dueOn()).isEqualTo("2026-04-01");
  }

  @Test
  void anExtensionFromElsewhereMovesTheTimerOfTheOpenTaskToo() {
    SupervisedAct act = sent(ActKind.BUDGET, "2026/45");
    Actors.as(
        MINISTER, () -> clocks.extend(clockOf(act), new Term(40, Unit.DAY), "Un avis attendu"));
    assertThat(timer()).isEqualTo(Instant.parse("2026-05-21T21:59:59Z"));
    assertThat(task("Task_ExamineAct", "2026/45").getDueDate())
        .isEqualTo(Instant.parse("2026-05-21T21:59:59Z"));
  }

  @Test
  void aDecreeAfterTheLimitIsRefusedEvenBeforeTheTimerHasFired() {
    SupervisedAct act = sent(ActKind.SUBSIDISED_CONTRACT, "2026/45");
    examine("2026/45");
    sent(ActKind.SUBSIDISED_CONTRACT, "2026/46");
    clock.moveTo(Instant.parse("2026-04-01T22:00:01Z"));
    decideRefused("art. 4, 3°, et art. 14", "2026/45", "APPROVED");
    assertThatThrownBy(() -> examine("2026/46"))
        .isInstanceOf(BadUserRequestException.class)
        .hasMessageContaining("réputé approuvé");
    moveTo("2026-04-02T08:00:00Z");
    assertThat(Assents.of(acts.of(programme))).isEqualTo(new Assents(0, 2, 0, 0));
    assertThat(acts.get(act.id()).decidedOn()).isEqualTo("2026-04-01");
  }

  @Test
  void whatSilenceDecidedIsNotDecidedAgain() {
    SupervisedAct act = sent(ActKind.SUBSIDISED_CONTRACT, "2026/45");
    moveTo("2026-04-02T08:00:00Z");
    assertThatThrownBy(
            () ->
                Actors.as(
                    MINISTER,
                    () -> {
                      supervision.decide(
                          act.id(),
                          new DecideAct(
                              ActDecision.REFUSED,
                              "A1",
                              LocalDate.parse("2026-04-01"),
                              null,
                              "Tard"));
                      return null;
                    }))
        .isInstanceOfSatisfying(
            Refusal.class,
            r ->
                assertThat(messages.say(r))
                    .contains("réputé approuvé depuis le 01/04/2026")
                    .contains("art. 14"));
    assertThatThrownBy(
            () ->
                jdbc.sql(
                        "update trame.supervised_act set assent = 'EXPLICIT', decided_by = 'x',"
                            + " decree = 'A1' where id = ?")
                    .param(act.id())
                    .update())
        .isInstanceOf(UncategorizedSQLException.class)
        .hasMessageContaining("has its assent: TACIT");
  }

  @Test
  void theDatabaseWantsAProofOfSilenceAndAnAuthorOfADecree() {
    SupervisedAct act = sent(ActKind.BUDGET, "2026/45");
    for (String impossible :
        List.of(
            "assent = 'TACIT', decided_on = now(), clock = null",
            "assent = 'TACIT', decided_on = now(), decided_by = 'ministre'",
            "assent = 'EXPLICIT', decided_on = now(), decree = 'A1'",
            "assent = 'EXPLICIT', decided_on = now(), decided_by = 'ministre'",
            "assent = 'REFUSED', decided_on = now(), decided_by = 'ministre', decree = 'A1'",
            "assent = 'TACIT'",
            "clock = -1")) {
      assertThatThrownBy(
              () ->
                  jdbc.sql("update trame.supervised_act set " + impossible + " where id = ?")
                      .param(act.id())
                      .update())
          .as(impossible)
          .isInstanceOf(DataIntegrityViolationException.class);
    }
  }

  @Test
  void aTimerThatIsPushedTooEarlyChangesNothing() {
    SupervisedAct act = sent(ActKind.BUDGET, "2026/45");
    String timer = people.timers(programme).get(0).getId();
    moveTo("2026-04-13T08:00:00Z");
    assertThatThrownBy(() -> management.executeJob(timer)).hasMessageContaining("not lapsed");
    assertThat(acts.get(act.id()).awaited()).isTrue();
    assertThat(clockOf(act).state()).isEqualTo(LegalClock.State.RUNNING);
  }

  @Test
  void whoProposesDoesNotDecide() {
    Actor both =
        new Actor("region", List.of("region-examiner-brussels", "region-decider-brussels"));
    sent(ActKind.BUDGET, "2026/45");
    examine("2026/45");
    Task open = task("Task_DecideAct", "2026/45");
    assertThatThrownBy(
            () ->
                submit(
                    both,
                    open,
                    Map.of("actDecision", "APPROVED", "decree", "A1", "sentOn", "2026-03-02")))
        .hasMessageContaining("Qui a proposé");
  }

  @Test
  void severalActsAtOnceEachHaveTheirClockAndTheirAnswer() {
    sent(ActKind.SUBSIDISED_CONTRACT, "2026/45");
    sent(ActKind.SUBSIDISED_CONTRACT, "2026/46");
    sent(ActKind.BUDGET, "2026/47");
    examine("2026/46");
    decide("2026/46", "APPROVED");
    moveTo("2026-04-02T08:00:00Z");
    assertThat(acts.of(programme))
        .extracting(SupervisedAct::assent)
        .containsExactly(Assent.TACIT, Assent.EXPLICIT, null);
    assertThat(Assents.of(acts.of(programme))).isEqualTo(new Assents(1, 1, 0, 1));
    assertThat(task("Task_ExamineAct", "2026/47")).isNotNull();
  }
}
