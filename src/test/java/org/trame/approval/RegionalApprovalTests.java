package org.trame.approval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.trame.approval.ApprovalDriver.COORDINATOR;
import static org.trame.approval.ApprovalDriver.EXAMINER;
import static org.trame.approval.ApprovalDriver.MINISTER;
import static org.trame.approval.ApprovalDriver.SECRETARY;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Date;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.IdentityLink;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.trame.TrameTest;
import org.trame.deadline.Clocks;
import org.trame.deadline.LegalClock;
import org.trame.ledger.Ledger;
import org.trame.ledger.LedgerEntry;
import org.trame.programme.Contents;
import org.trame.programme.Programmes;
import org.trame.workflow.TrameClock;
import org.trame.workflow.Workflows;
import org.trame.worksheet.Edits;
import org.trame.worksheet.Worksheet;

/** The approval on the real engine. The council of Ixelles adopted on Monday 2 March 2026. */
@TrameTest
class RegionalApprovalTests {

  @Autowired ApprovalDriver people;
  @Autowired Workflows workflows;
  @Autowired Dossiers dossiers;
  @Autowired Remarks remarks;
  @Autowired Contents contents;
  @Autowired Programmes programmes;
  @Autowired Clocks clocks;
  @Autowired Ledger ledger;
  @Autowired Edits edits;
  @Autowired TaskService tasks;
  @Autowired HistoryService history;
  @Autowired ManagementService management;
  @Autowired JdbcClient jdbc;
  @Autowired TrameClock clock;

  private String programme;

  @BeforeEach
  void adopted() {
    clock.moveTo(Instant.parse("2026-03-04T09:00:00Z"));
    programme = people.programme("Essai d’approbation");
    jdbc.sql(
            "insert into trame.council_sitting (programme, attempt, notice_sent_on, sitting_at,"
                + " members_in_office, outcome) values (?, 1, '2026-02-20', '2026-03-02 20:00', 43,"
                + " 'ADOPTED')")
        .param(programme)
        .update();
    clocks.start(
        "contrat-de-quartier",
        programme,
        "elaboration",
        Clocks.WHOLE_PROGRAMME,
        LocalDate.parse("2025-07-10"));
    start();
  }

  @AfterEach
  void realTime() {
    clock.release();
  }

  @Test
  void theActIsSentWithinTwentyDaysOfTheVote() {
    // 22 March 2026 is a Sunday: the limit moves to Monday.
    assertThat(people.task(programme, "Task_SubmitDossier").getDueDate())
        .isEqualTo(Date.from(Instant.parse("2026-03-23T22:59:59Z")));
    people.moveTo(programme, "2026-03-24T09:00:00Z");
    assertThat(state("send-to-region")).isEqualTo(LegalClock.State.MISSED);
    assertThat(groups("Task_SubmitDossier")).contains("department-head-21009");
  }

  @Test
  void aDossierLeavesWithItsPieces() {
    people.refused("Il manque une pièce", COORDINATOR, programme, "Task_SubmitDossier");
    people.editRefused(
        "porte une référence",
        COORDINATOR,
        programme,
        "piece",
        "piece",
        "programme",
        "present",
        true,
        "datedOn",
        "2026-03-02");
    people.editRefused(
        "dans le futur",
        COORDINATOR,
        programme,
        "piece",
        "piece",
        "programme",
        "present",
        true,
        "reference",
        "P",
        "datedOn",
        "2026-03-05");
    assertThat(blocking("Task_SubmitDossier")).hasSize(7);
    people.pieces(programme);
    assertThat(blocking("Task_SubmitDossier")).isEmpty();
    people.complete(COORDINATOR, programme, "Task_SubmitDossier");
    assertThat(people.openTasks(programme)).containsExactly("Task_CheckCompleteness");
  }

  @Test
  void sendingMeetsTheNineMonths() {
    people.pieces(programme);
    people.complete(COORDINATOR, programme, "Task_SubmitDossier");
    assertThat(state("elaboration")).isEqualTo(LegalClock.State.MET);
  }

  @Test
  void sendingAfterTheNineMonthsIsRecordedAsLate() {
    people.moveTo(programme, "2026-04-13T09:00:00Z");
    people.pieces(programme);
    people.complete(COORDINATOR, programme, "Task_SubmitDossier");
    assertThat(state("elaboration")).isEqualTo(LegalClock.State.MET_LATE);
  }

  @Test
  void anIncompleteDossierComesBackAndTheTimeRunsFromTheCompleteOne() {
    people.pieces(programme);
    people.complete(COORDINATOR, programme, "Task_SubmitDossier");
    people.refused(
        "Dites ce qui manque", EXAMINER, programme, "Task_CheckCompleteness", "complete", "false");
    people.complete(
        EXAMINER,
        programme,
        "Task_CheckCompleteness",
        "complete",
        "false",
        "missingPieces",
        "Le plan financier n’est pas signé");
    assertThat(clocks.open(programme, "regional-approval", Clocks.WHOLE_PROGRAMME)).isEmpty();
    assertThat(notes("Task_CompleteDossier"))
        .anyMatch(n -> n.contains("Le plan financier n’est pas signé"));
    clock.moveTo(Instant.parse("2026-03-10T09:00:00Z"));
    people.complete(COORDINATOR, programme, "Task_CompleteDossier");
    clock.moveTo(Instant.parse("2026-03-13T09:00:00Z"));
    people.complete(EXAMINER, programme, "Task_CheckCompleteness", "complete", "true");
    // 60 days from 10 March: Saturday 9 May, so Monday 11 May.
    assertThat(decisionClock().startedOn()).isEqualTo("2026-03-10");
    assertThat(decisionClock().dueOn()).isEqualTo("2026-05-11");
  }

  @Test
  void remarksAreNumberedByRoundAndMayBeWithdrawn() {
    people.examined(programme);
    remark("BUDGET", "A2", "Le coût de la place n’est pas justifié");
    remark("OBJECTIVES", null, "Les cibles manquent d’ambition");
    people.edit(
        EXAMINER,
        programme,
        "remark",
        "id",
        "1.2",
        "topic",
        "OBJECTIVES",
        "remark",
        "Les cibles sont trop basses");
    people.edit(EXAMINER, programme, "withdraw-remark", "id", "1.1");
    people.editRefused("réglée", EXAMINER, programme, "withdraw-remark", "id", "1.1");
    remark("OTHER", null, "Une troisième");
    assertThat(remarks.current(programme))
        .extracting(Remark::label, Remark::text, Remark::state)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple(
                "1.1", "Le coût de la place n’est pas justifié", RemarkState.WITHDRAWN),
            org.assertj.core.groups.Tuple.tuple(
                "1.2", "Les cibles sont trop basses", RemarkState.OPEN),
            org.assertj.core.groups.Tuple.tuple("1.3", "Une troisième", RemarkState.OPEN));
  }

  @Test
  void aRemarkIsReadByOthersOnceItIsSentAndChangesNoMore() {
    people.examined(programme);
    remark("OTHER", null, "Expliquez");
    assertThat(remarks.sent(dossiers.current(programme))).isEmpty();
    people.complete(EXAMINER, programme, "Task_ExamineDossier");
    assertThat(remarks.sent(dossiers.current(programme))).hasSize(1);
    answer("1.1", "Voici", null);
    people.complete(COORDINATOR, programme, "Task_AnswerRemarks");
    judge("1.1", "KEPT_OPEN", "Encore");
    people.editRefused(
        "déjà envoyée",
        EXAMINER,
        programme,
        "remark",
        "id",
        "1.1",
        "topic",
        "OTHER",
        "remark",
        "Autre chose");
  }

  @Test
  void examinersWhoWriteAtTheSameTimeGetDifferentNumbers() {
    people.examined(programme);
    var writers =
        java.util.stream.IntStream.range(0, 4)
            .mapToObj(
                n ->
                    java.util.concurrent.CompletableFuture.runAsync(
                        () -> remark("OTHER", null, "Remarque " + n)))
            .toArray(java.util.concurrent.CompletableFuture[]::new);
    java.util.concurrent.CompletableFuture.allOf(writers).join();
    assertThat(remarks.current(programme))
        .extracting(Remark::label)
        .containsExactly("1.1", "1.2", "1.3", "1.4");
  }

  @Test
  void withdrawnRemarksAwaitNoAnswer() {
    people.examined(programme);
    remark("OTHER", null, "Erreur de lecture");
    people.edit(EXAMINER, programme, "withdraw-remark", "id", "1.1");
    people.complete(EXAMINER, programme, "Task_ExamineDossier");
    assertThat(people.openTasks(programme)).containsExactly("Task_ProposeDecision");
  }

  @Test
  void theTimeToDecideStandsStillWhileAnAnswerIsAwaited() {
    people.examined(programme);
    remark("BUDGET", "A2", "Justifiez le coût");
    // 60 days from 4 March: Sunday 3 May, so Monday 4 May.
    assertThat(decisionTimer()).isEqualTo(Instant.parse("2026-05-04T21:59:59Z"));
    clock.moveTo(Instant.parse("2026-03-16T09:00:00Z"));
    people.complete(EXAMINER, programme, "Task_ExamineDossier");
    assertThat(decisionClock().state()).isEqualTo(LegalClock.State.SUSPENDED);
    assertThat(timersOf("Task_ExamineDossier")).isZero();
    people.moveTo(programme, "2026-03-26T09:00:00Z");
    answer("1.1", "Voici le métré", null);
    people.complete(COORDINATOR, programme, "Task_AnswerRemarks");
    assertThat(decisionClock().state()).isEqualTo(LegalClock.State.RUNNING);
    // The ten days from 16 to 25 March do not count: 3 May becomes Wednesday 13 May.
    assertThat(decisionClock().dueOn()).isEqualTo("2026-05-13");
    assertThat(decisionTimer()).isEqualTo(Instant.parse("2026-05-13T21:59:59Z"));
    assertThat(people.task(programme, "Task_ExamineDossier").getDueDate())
        .isEqualTo(Date.from(Instant.parse("2026-05-13T21:59:59Z")));
  }

  @Test
  void anExpiredTimeIsEscalatedAndNeverDecides() {
    people.examined(programme);
    people.moveTo(programme, "2026-05-06T09:00:00Z");
    assertThat(decisionClock().state()).isEqualTo(LegalClock.State.MISSED);
    assertThat(groups("Task_ExamineDossier"))
        .containsExactlyInAnyOrder("region-examiner-brussels", "region-director-brussels");
    assertThat(dossiers.current(programme).outcome()).isNull();
    people.complete(EXAMINER, programme, "Task_ExamineDossier");
    people.complete(
        EXAMINER,
        programme,
        "Task_ProposeDecision",
        "proposal",
        "APPROVED",
        "proposalMotives",
        "Cohérent");
    decide("APPROVED");
    assertThat(state("regional-approval")).isEqualTo(LegalClock.State.MET_LATE);
  }

  @Test
  void aLateAnswerIsEscalated() {
    people.examined(programme);
    remark("BUDGET", null, "Justifiez");
    people.complete(EXAMINER, programme, "Task_ExamineDossier");
    people.moveTo(programme, "2026-04-08T09:00:00Z");
    assertThat(state("remarks-answer")).isEqualTo(LegalClock.State.MISSED);
    assertThat(groups("Task_AnswerRemarks")).contains("department-head-21009");
    assertThat(decisionClock().state()).isEqualTo(LegalClock.State.SUSPENDED);
  }

  @Test
  void twoRoundsOfRemarks() {
    people.examined(programme);
    remark("BUDGET", "A2", "Justifiez le coût");
    remark("PERIMETER", null, "Précisez la limite");
    people.complete(EXAMINER, programme, "Task_ExamineDossier");
    answer("1.1", "Voici le métré", "Description de A2");
    people.refused("sans réponse : 1.2", COORDINATOR, programme, "Task_AnswerRemarks");
    assertThat(blocking("Task_AnswerRemarks")).anyMatch(n -> n.contains("1.2"));
    answer("1.2", "La rue est incluse", null);
    people.complete(COORDINATOR, programme, "Task_AnswerRemarks");
    people.refused(
        "pas encore été jugées : remarques 1.1, 1.2", EXAMINER, programme, "Task_ExamineDossier");
    judge("1.1", "ACCEPTED", null);
    people.editRefused(
        "Dites ce qui est encore attendu",
        EXAMINER,
        programme,
        "remark-verdict",
        "remark",
        "1.2",
        "verdict",
        "KEPT_OPEN");
    judge("1.2", "KEPT_OPEN", "Quelle rue ?");
    remark("OTHER", null, "Nouvelle question");
    people.complete(EXAMINER, programme, "Task_ExamineDossier");
    answer("1.2", "La rue de la Paix", null);
    answer("2.1", "Oui", null);
    people.complete(COORDINATOR, programme, "Task_AnswerRemarks");
    judge("1.2", "ACCEPTED", null);
    judge("2.1", "ACCEPTED", null);
    people.complete(EXAMINER, programme, "Task_ExamineDossier");
    assertThat(people.openTasks(programme)).containsExactly("Task_ProposeDecision");
    assertThat(dossiers.current(programme).round()).isEqualTo(3);
    assertThat(remarks.current(programme))
        .allSatisfy(r -> assertThat(r.state()).isEqualTo(RemarkState.ACCEPTED))
        .extracting(r -> r.label() + ":" + r.answers().size())
        .containsExactly("1.1:1", "1.2:2", "2.1:1");
  }

  @Test
  void aSmallChangeIsAVersionWithoutNewVoteAndItsDifferenceIsShown() {
    answered(
        "objective",
        "id",
        "O1",
        "code",
        "O1",
        "action",
        "A1",
        "statement",
        "Rénover",
        "indicator",
        "Logements",
        "baseline",
        "0",
        "target",
        "30",
        "source",
        "Réceptions",
        "evaluateOn",
        "2029-06-30");
    assertThat(people.openTasks(programme)).containsExactly("Task_ExamineDossier");
    assertThat(dossiers.current(programme).version()).isEqualTo(2);
    assertThat(contents.versions(programme)).hasSize(2);
    assertThat(section("Task_ExamineDossier", "version-difference").rows())
        .anyMatch(r -> r.cells().get(0).contains("24") && r.cells().get(0).contains("30"));
  }

  @Test
  void anAnswerWithoutChangeMakesNoVersion() {
    answered(null);
    assertThat(contents.versions(programme)).hasSize(1);
    assertThat(section("Task_ExamineDossier", "version-difference").rows()).isEmpty();
  }

  @Test
  void aLargeChangeIsVotedAgainAndARejectionComesBackWithItsReason() {
    answered("perimeter", "description", "Jusqu’à la chaussée d’Ixelles");
    assertThat(people.openTasks(programme)).containsExactly("Task_ConveneCouncil");
    assertThat(decisionClock().state()).isEqualTo(LegalClock.State.SUSPENDED);
    vote("2026-03-04", "2026-03-12", 10, 12);
    assertThat(people.openTasks(programme)).containsExactly("Task_AnswerRemarks");
    assertThat(notes("Task_AnswerRemarks")).anyMatch(n -> n.contains("Trop vaste"));
    people.edit(COORDINATOR, programme, "perimeter", "description", "Jusqu’à la rue de la Paix");
    people.complete(COORDINATOR, programme, "Task_AnswerRemarks");
    vote("2026-03-12", "2026-03-20", 20, 2);
    assertThat(people.openTasks(programme)).containsExactly("Task_ExamineDossier");
    assertThat(decisionClock().state()).isEqualTo(LegalClock.State.RUNNING);
    assertThat(dossiers.current(programme).votedVersion()).isEqualTo(3);
    assertThat(contents.versions(programme)).hasSize(3);
  }

  @Test
  void anApprovalStartsFourYears() {
    people.proposed(programme);
    decide("APPROVED");
    assertThat(contents.approvedVersion(programme)).contains(1);
    assertThat(programmes.get(programme).implementationEndsOn()).isEqualTo("2030-03-04");
    assertThat(clocks.open(programme, "implementation", Clocks.WHOLE_PROGRAMME)).isPresent();
    assertThat(outcome()).isEqualTo("APPROVED");
    assertThat(acts()).contains("approval-approved", "implementation-begun");
  }

  @Test
  void theApprovalOfAnAmendmentDoesNotRestartTheFourYears() {
    people.proposed(programme);
    decide("APPROVED");
    people.moveTo(programme, "2027-03-04T09:00:00Z");
    jdbc.sql("update trame.programme_action set title = 'Parc' where code = 'A2' and programme = ?")
        .param(programme)
        .update();
    new org.springframework.transaction.support.TransactionTemplate(transactions)
        .executeWithoutResult(t -> contents.freeze(programme, "draft"));
    start();
    people.proposed(programme);
    decide("APPROVED");
    assertThat(contents.approvedVersion(programme)).contains(2);
    assertThat(dossiers.of(programme)).extracting(Dossier::number).containsExactly(1, 2);
    assertThat(programmes.get(programme).implementationEndsOn()).isEqualTo("2030-03-04");
  }

  @Autowired org.springframework.transaction.PlatformTransactionManager transactions;

  @Test
  void aPartialApprovalLeavesAnActionOut() {
    people.proposed(programme);
    people.refused(
        "au moins une action",
        MINISTER,
        programme,
        "Task_DecideApproval",
        "decision",
        "APPROVED_IN_PART",
        "motives",
        "Sauf la place");
    exclude("A1");
    exclude("A2");
    people.refused(
        "ce serait un refus",
        MINISTER,
        programme,
        "Task_DecideApproval",
        "decision",
        "APPROVED_IN_PART",
        "motives",
        "Sauf la place");
    people.edit(MINISTER, programme, "include-action", "id", "A1");
    people.refused(
        "exclues (A2)",
        MINISTER,
        programme,
        "Task_DecideApproval",
        "decision",
        "APPROVED",
        "motives",
        "Bien");
    decide("APPROVED_IN_PART");
    assertThat(contents.inForce(programme).orElseThrow().actions())
        .extracting(a -> a.code())
        .containsExactly("A1");
    assertThat(outcome()).isEqualTo("APPROVED_IN_PART");
  }

  @Test
  void aRefusalIsMotivatedAndStartsNothing() {
    people.proposed(programme);
    people.refused("requis", MINISTER, programme, "Task_DecideApproval", "decision", "REFUSED");
    decide("REFUSED");
    assertThat(outcome()).isEqualTo("REFUSED");
    assertThat(contents.approvedVersion(programme)).isEmpty();
    assertThat(programmes.get(programme).implementationEndsOn()).isNull();
    assertThat(state("regional-approval")).isEqualTo(LegalClock.State.MET);
  }

  @Test
  void whoProposedDoesNotDecide() {
    people.proposed(programme);
    people.refused(
        "ne peut la prendre",
        EXAMINER,
        programme,
        "Task_DecideApproval",
        "decision",
        "APPROVED",
        "motives",
        "Je suis d’accord avec moi");
  }

  @Test
  void nothingTypedBecomesAProcessVariable() {
    people.proposed(programme);
    decide("APPROVED");
    assertThat(history.createHistoricVariableInstanceQuery().list())
        .extracting(v -> v.getName())
        .doesNotContain("motives", "proposalMotives", "missingPieces", "decision", "complete");
  }

  private void start() {
    workflows.start("RegionalApproval", programme, Map.of("regime", "contrat-de-quartier"));
  }

  private void answered(String edit, Object... namesAndValues) {
    people.examined(programme);
    remark("OTHER", null, "Expliquez");
    people.complete(EXAMINER, programme, "Task_ExamineDossier");
    if (edit != null) {
      people.edit(COORDINATOR, programme, edit, namesAndValues);
    }
    answer("1.1", "Voici", null);
    people.complete(COORDINATOR, programme, "Task_AnswerRemarks");
  }

  private void vote(String notice, String sitting, int inFavour, int against) {
    people.complete(
        SECRETARY,
        programme,
        "Task_ConveneCouncil",
        "noticeSentOn",
        notice,
        "sittingAt",
        sitting + "T20:00");
    clock.moveTo(Instant.parse(sitting + "T21:00:00Z"));
    people.complete(
        SECRETARY,
        programme,
        "Task_RecordVote",
        "membersPresent",
        inFavour + against,
        "votesFor",
        inFavour,
        "votesAgainst",
        against,
        "resolutionNumber",
        "2026/" + inFavour,
        "rejectionReason",
        "Trop vaste");
  }

  private void remark(String topic, String action, String text) {
    people.edit(EXAMINER, programme, "remark", "topic", topic, "action", action, "remark", text);
  }

  private void answer(String remark, String answer, String changed) {
    people.edit(
        COORDINATOR,
        programme,
        "remark-answer",
        "remark",
        remark,
        "answer",
        answer,
        "changed",
        changed);
  }

  private void judge(String remark, String verdict, String comment) {
    people.edit(
        EXAMINER,
        programme,
        "remark-verdict",
        "remark",
        remark,
        "verdict",
        verdict,
        "comment",
        comment);
  }

  private void exclude(String action) {
    people.edit(
        MINISTER, programme, "exclude-action", "action", action, "reason", "Hors du quartier");
  }

  private void decide(String decision) {
    people.complete(
        MINISTER,
        programme,
        "Task_DecideApproval",
        "decision",
        decision,
        "motives",
        "Vu le dossier");
  }

  private LegalClock decisionClock() {
    return clocks.open(programme, "regional-approval", Clocks.WHOLE_PROGRAMME).orElseThrow();
  }

  private LegalClock.State state(String step) {
    List<LegalClock> all =
        clocks.of(programme).stream().filter(c -> c.step().equals(step)).toList();
    return all.get(all.size() - 1).state();
  }

  private Instant decisionTimer() {
    return management
        .createJobQuery()
        .processInstanceId(people.task(programme, "Task_ExamineDossier").getProcessInstanceId())
        .timers()
        .singleResult()
        .getDuedate()
        .toInstant();
  }

  private long timersOf(String task) {
    return management.createJobQuery().activityId(task).list().stream()
        .filter(j -> j.getProcessInstanceId().equals(instance()))
        .count();
  }

  private String instance() {
    return tasks
        .createTaskQuery()
        .processInstanceBusinessKey(programme)
        .singleResult()
        .getProcessInstanceId();
  }

  private List<String> groups(String task) {
    return tasks.getIdentityLinksForTask(people.task(programme, task).getId()).stream()
        .map(IdentityLink::getGroupId)
        .toList();
  }

  private String outcome() {
    List<Object> all =
        history
            .createHistoricVariableInstanceQuery()
            .variableName("approvalOutcome")
            .processInstanceIdIn(
                history
                    .createHistoricProcessInstanceQuery()
                    .processInstanceBusinessKey(programme)
                    .list()
                    .stream()
                    .map(i -> i.getId())
                    .toArray(String[]::new))
            .list()
            .stream()
            .map(v -> v.getValue())
            .toList();
    return (String) all.get(0);
  }

  private List<String> acts() {
    return ledger.of(programme).stream().map(LedgerEntry::act).toList();
  }

  private List<String> blocking(String task) {
    return edits.worksheet(task).sections(programme).stream()
        .flatMap(s -> s.notes().stream())
        .filter(Worksheet.Note::blocking)
        .map(Worksheet.Note::sentence)
        .toList();
  }

  private List<String> notes(String task) {
    return edits.worksheet(task).sections(programme).stream()
        .flatMap(s -> s.notes().stream())
        .map(Worksheet.Note::sentence)
        .toList();
  }

  private Worksheet.Section section(String task, String name) {
    return edits.worksheet(task).sections(programme).stream()
        .filter(s -> s.name().equals(name))
        .findFirst()
        .orElseThrow();
  }
}
