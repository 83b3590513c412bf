package org.trame.supervision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.trame.approval.ApprovalDriver.COORDINATOR;
import static org.trame.approval.ApprovalDriver.EXAMINER;
import static org.trame.approval.ApprovalDriver.MINISTER;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.camunda.bpm.engine.BadUserRequestException;
import org.camunda.bpm.engine.FormService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.UncategorizedSQLException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.trame.TrameTest;
import org.trame.access.Actor;
import org.trame.access.Actors;
import org.trame.approval.ApprovalDriver;
import org.trame.calendar.Term;
import org.trame.calendar.Unit;
import org.trame.deadline.Assent;
import org.trame.deadline.Clocks;
import org.trame.deadline.LegalClock;
import org.trame.deadline.TimeLimit;
import org.trame.implementation.Implementations;
import org.trame.input.Refusal;
import org.trame.language.Messages;
import org.trame.ledger.Ledger;
import org.trame.ledger.LedgerEntry;
import org.trame.regime.Regimes;
import org.trame.regime.Rule;
import org.trame.workflow.TrameClock;
import org.trame.worksheet.Edits;

/** The approval of acts, by decree and by silence, in a programme approved on 2 March 2026. */
@TrameTest
class SupervisionTests {

  private static final String REGIME = "contrat-de-quartier";

  @Autowired ApprovalDriver people;
  @Autowired Supervision supervision;
  @Autowired SupervisedActs acts;
  @Autowired Implementations implementations;
  @Autowired Regimes regimes;
  @Autowired Clocks clocks;
  @Autowired Edits edits;
  @Autowired Ledger ledger;
  @Autowired Messages messages;
  @Autowired TaskService tasks;
  @Autowired FormService forms;
  @Autowired ManagementService management;
  @Autowired JdbcClient jdbc;
  @Autowired TrameClock clock;

  private String programme;

  @BeforeEach
  void implemented() {
    clock.moveTo(Instant.parse("2026-03-02T08:00:00Z"));
    programme = people.programme("Essai de tutelle");
    implementations.begin(programme, LocalDate.parse("2026-03-02"));
  }

  @AfterEach
  void realTime() {
    clock.release();
  }

  @ParameterizedTest
  @EnumSource(ActKind.class)
  void everyKindOfActHasTheTimeLimitOfItsArticle(ActKind kind) {
    Rule rule = regimes.law("SupervisedActs", Map.of("region", "BRUSSELS", "kind", kind.name()));
    TimeLimit limit = clocks.limit(REGIME, rule.string("step"));
    int days =
        switch (kind) {
          case SUBSIDISED_CONTRACT -> 30;
          case ACCOUNTS -> 80;
          default -> 40;
        };
    assertThat(limit.term()).isEqualTo(new Term(days, Unit.DAY));
    assertThat(limit.silence()).isEqualTo(TimeLimit.Silence.APPROVED);
    assertThat(limit.rollsForward()).isTrue();
    assertThat(limit.extensible().isPresent()).isEqualTo(kind != ActKind.SUBSIDISED_CONTRACT);
    limit
        .extensible()
        .ifPresent(
            e -> {
              assertThat(e.longest()).isEqualTo(limit.term());
              assertThat(e.times()).isEqualTo(1);
            });
    int item = Math.min(kind.ordinal() + 1, 12);
    assertThat(rule.source()).contains("art. 13, " + item + "°").contains("art. 14");
    assertThat(rule.string("sourceNl")).contains("art. 13, " + item + "°");
  }

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
                          act.id(), new DecideAct(ActDecision.REFUSED, "A1", null, "Tard"));
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
    assertThatThrownBy(() -> submit(both, open, Map.of("actDecision", "APPROVED", "decree", "A1")))
        .hasMessageContaining("Qui a proposé");
  }

  @Test
  void anActIsSentOnceWithPossibleDates() {
    sent(ActKind.BUDGET, "2026/45");
    sendRefused("déjà été transmis", "reference", "2026/45");
    sendRefused("encore à venir", "resolutionOn", "2026-03-03", "receivedOn", "2026-03-03");
    sendRefused("encore à venir", "receivedOn", "2026-03-03");
    sendRefused("avant d’être pris", "receivedOn", "2026-02-19");
    sendRefused("pris fin le 02/02/2026", "resolutionOn", "2025-12-20", "receivedOn", "2025-12-23");
    sendRefused("requis", "receipt", "");
    assertThat(acts.of(programme)).hasSize(1);
  }

  @Test
  void onlyTheCoordinatorOfTheMunicipalitySendsDuringTheImplementation() {
    Actor stranger = new Actor("x", List.of("coordinator-21004"));
    assertThat(available(COORDINATOR)).isTrue();
    assertThat(available(stranger)).isFalse();
    assertThat(available(MINISTER)).isFalse();
    moveTo("2030-03-03T08:00:00Z");
    assertThat(available(COORDINATOR)).isFalse();
    assertThatThrownBy(
            () ->
                supervision.transmit(
                    programme,
                    new TransmitAct(
                        ActKind.BUDGET,
                        "Trop tard",
                        "2030/1",
                        LocalDate.parse("2030-03-01"),
                        LocalDate.parse("2030-03-03"),
                        "R1")))
        .isInstanceOfSatisfying(
            Refusal.class, r -> assertThat(messages.say(r)).contains("pendant la mise en œuvre"));
    String early = people.programme("Pas encore approuvé");
    assertThat(Actors.as(COORDINATOR, () -> edits.available("transmit-act", early))).isFalse();
  }

  @Test
  void anActThatComesAfterTwentyDaysIsNotedAndDecidedAllTheSame() {
    send("2026/45", "resolutionOn", "2026-02-01", "receivedOn", "2026-03-02");
    assertThat(act().transmitBy()).isEqualTo("2026-02-23");
    assertThat(act().transmittedLate()).isTrue();
    assertThat(entries("act-transmitted-late")).hasSize(1);
    send("2026/46");
    assertThat(acts.of(programme).get(1).transmittedLate()).isFalse();
    assertThat(entries("act-transmitted")).hasSize(1);
    assertThat(acts.awaited(programme)).hasSize(2);
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

  @Test
  void aDecisionSentTwiceAtOnceIsTakenOnce() throws Exception {
    sent(ActKind.BUDGET, "2026/45");
    examine("2026/45");
    Task open = task("Task_DecideAct", "2026/45");
    Map<String, Object> form = Map.of("actDecision", "APPROVED", "decree", "A1");
    Callable<Void> click =
        () -> {
          submit(MINISTER, open, form);
          return null;
        };
    assertThat(atOnce(click, click)).isEqualTo(1);
    assertThat(entries("act-approved")).hasSize(1);
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
                    submit(MINISTER, open, Map.of("actDecision", "APPROVED", "decree", "A1"));
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

  private SupervisedAct sent(ActKind kind, String reference) {
    send(reference, "kind", kind.name());
    return acts.of(programme).stream()
        .filter(a -> a.reference().equals(reference))
        .findFirst()
        .orElseThrow();
  }

  private void send(String reference, Object... more) {
    Map<String, Object> form = form(reference);
    form.putAll(ApprovalDriver.map(more));
    people.edit(COORDINATOR, programme, "transmit-act", flat(form));
  }

  private void sendRefused(String words, Object... more) {
    Map<String, Object> form = form("2026/99");
    form.putAll(ApprovalDriver.map(more));
    people.editRefused(words, COORDINATOR, programme, "transmit-act", flat(form));
  }

  /** An act taken ten days ago and received today. */
  private Map<String, Object> form(String reference) {
    LocalDate today = LocalDate.now(clock);
    return ApprovalDriver.map(
        "kind",
        "BUDGET",
        "title",
        "Place communale",
        "reference",
        reference,
        "resolutionOn",
        today.minusDays(10).toString(),
        "receivedOn",
        today.toString(),
        "receipt",
        "Récépissé 12");
  }

  private static Object[] flat(Map<String, Object> form) {
    return form.entrySet().stream()
        .flatMap(e -> java.util.stream.Stream.of(e.getKey(), e.getValue()))
        .toArray();
  }

  private void examine(String reference) {
    submit(
        EXAMINER,
        task("Task_ExamineAct", reference),
        Map.of("proposal", "APPROVED", "proposalMotives", "Conforme"));
  }

  private void decide(String reference, String decision, Object... more) {
    Map<String, Object> form = ApprovalDriver.map(more);
    form.put("actDecision", decision);
    form.put("decree", "A 2026/7");
    submit(MINISTER, task("Task_DecideAct", reference), form);
  }

  private void decideRefused(String words, String reference, String decision, Object... more) {
    assertThatThrownBy(() -> decide(reference, decision, more))
        .asInstanceOf(InstanceOfAssertFactories.type(BadUserRequestException.class))
        .satisfies(r -> assertThat(r).hasMessageContaining(words));
  }

  private void submit(Actor actor, Task task, Map<String, Object> form) {
    Actors.as(
        actor,
        () -> {
          forms.submitTaskForm(task.getId(), form);
          return null;
        });
  }

  private Task task(String key, String reference) {
    return tasks
        .createTaskQuery()
        .processInstanceBusinessKey(programme)
        .taskDefinitionKey(key)
        .taskDescription(reference)
        .singleResult();
  }

  private SupervisedAct act() {
    return acts.of(programme).get(0);
  }

  private LegalClock clockOf(SupervisedAct act) {
    return clocks.get(act.clock()).orElseThrow();
  }

  private Instant timer() {
    return people.timers(programme).get(0).getDuedate().toInstant();
  }

  private boolean available(Actor actor) {
    return Actors.as(actor, () -> edits.available("transmit-act", programme));
  }

  private List<LedgerEntry> entries(String act) {
    return ledger.of(programme).stream().filter(e -> e.act().equals(act)).toList();
  }

  private void moveTo(String instant) {
    people.moveTo(programme, instant);
  }
}
