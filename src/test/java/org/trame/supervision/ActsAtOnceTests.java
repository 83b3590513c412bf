package org.trame.supervision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.trame.approval.ApprovalDriver.MINISTER;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.Test;
import org.trame.TrameTest;
import org.trame.deadline.Assent;
import org.trame.deadline.LegalClock;

/** Two hands, or a hand and a timer, at the same moment. */
@TrameTest
class ActsAtOnceTests extends SupervisionTest {

  @Test
  void aDecisionSentTwiceAtOnceIsTakenOnce() throws Exception {
    sent(ActKind.BUDGET, "2026/45");
    examine("2026/45");
    Task open = task("Task_DecideAct", "2026/45");
    Map<String, Object> form =
        Map.of("actDecision", "APPROVED", "decree", "A1", "sentOn", "2026-03-02");
    Callable<Void> click =
        () -> {
          submit(MINISTER, open, form);
          return null;
        };
    assertThat(atOnce(click, click)).isEqualTo(1);
    assertThat(entries("act-approved")).hasSize(1);
  }

  @Test
  void aDecreeFoundTwiceAtOnceIsWrittenDownOnce() throws Exception {
    SupervisedAct act = sent(ActKind.SUBSIDISED_CONTRACT, "2026/45");
    moveTo("2026-04-02T08:00:00Z");
    Callable<Void> click =
        () -> {
          found("2026/45", "APPROVED", "2026-04-01");
          return null;
        };
    assertThat(atOnce(click, click)).isEqualTo(1);
    assertThat(entries("act-tacit-put-right")).hasSize(1);
    assertThat(acts.get(act.id()).assent()).isEqualTo(Assent.EXPLICIT);
  }

  @Test
  void anActSentTwiceAtOnceIsThereOnce() throws Exception {
    Callable<Void> click =
        () -> {
          send("2026/45");
          return null;
        };
    assertThat(atOnce(click, click)).isEqualTo(1);
    assertThat(acts.of(programme)).hasSize(1);
    assertThat(people.openTasks(programme)).containsExactly("Task_ExamineAct");
  }

  @Test
  void aDecisionAndTheEndOfTheLimitAtTheSameTimeGiveOneAnswer() throws Exception {
    for (int n = 0; n < 5; n++) {
      clock.moveTo(Instant.parse("2026-03-02T08:00:00Z"));
      String reference = "2026/" + n;
      SupervisedAct act = sent(ActKind.SUBSIDISED_CONTRACT, reference);
      examine(reference);
      Task open = task("Task_DecideAct", reference);
      String timer = people.timers(programme).get(0).getId();
      clock.moveTo(Instant.parse("2026-04-01T21:59:59Z"));
      assertThat(
              atOnce(
                  () -> {
                    submit(
                        MINISTER,
                        open,
                        Map.of("actDecision", "APPROVED", "decree", "A1", "sentOn", "2026-04-01"));
                    return null;
                  },
                  () -> {
                    management.executeJob(timer);
                    return null;
                  }))
          .isEqualTo(1);
      SupervisedAct answered = acts.get(act.id());
      boolean tacit = answered.assent() == Assent.TACIT;
      assertThat(answered.awaited()).isFalse();
      assertThat(clockOf(answered).state())
          .isEqualTo(tacit ? LegalClock.State.LAPSED : LegalClock.State.MET);
      assertThat(people.openTasks(programme)).isEmpty();
      assertThat(people.timers(programme)).isEmpty();
    }
    assertThat(entries("act-approved").size() + entries("act-deemed-approved").size()).isEqualTo(5);
  }

  /** Does both at the same time; returns how many went through. */
  private static int atOnce(Callable<Void> one, Callable<Void> other) throws Exception {
    ExecutorService both = Executors.newFixedThreadPool(2);
    CountDownLatch ready = new CountDownLatch(2);
    int done = 0;
    try {
      List<Future<Void>> futures =
          List.of(one, other).stream()
              .map(
                  work ->
                      both.submit(
                          () -> {
                            ready.countDown();
                            ready.await();
                            return work.call();
                          }))
              .toList();
      for (Future<Void> future : futures) {
        try {
          future.get();
          done++;
        } catch (java.util.concurrent.ExecutionException refused) {
          assertThat(refused.getCause()).isInstanceOf(RuntimeException.class);
        }
      }
    } finally {
      both.shutdown();
    }
    return done;
  }
}
