package org.trame.programme;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.RuntimeService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.trame.TestProgrammes;
import org.trame.TrameTest;
import org.trame.access.Actor;
import org.trame.approval.ApprovalDriver;
import org.trame.consultation.Commission;
import org.trame.consultation.SeatCategory;
import org.trame.ledger.Ledger;
import org.trame.ledger.LedgerEntry;
import org.trame.workflow.TrameClock;
import org.trame.workflow.Workflows;

/** A heavy amendment goes back to the commission, the council and the Government, for real. */
@TrameTest
class HeavyAmendmentTests {

  @Autowired Workflows workflows;
  @Autowired RuntimeService runtime;
  @Autowired Contents contents;
  @Autowired Amendments amendments;
  @Autowired Programmes programmes;
  @Autowired Commission commission;
  @Autowired ApprovalDriver people;
  @Autowired DraftForms draft;
  @Autowired Ledger ledger;
  @Autowired TestProgrammes bare;
  @Autowired TrameClock clock;

  private String programme;

  /** Approved, implemented, with a commission; the amendment adds an action in a new strand. */
  @BeforeEach
  void amendmentDescribed() {
    at("2026-01-10T09:00:00Z");
    programme = bare.bare("Essai d’avenant lourd", "21009");
    commission();
    draft.elaborate(programme, 2027);
    contents.approve(programme, 1, Map.of());
    programmes.implementUntil(programme, LocalDate.of(2030, 12, 31));
    at("2027-03-01T09:00:00Z");
    begin("Amendment");
    draft.action(programme, "A3", 5, "Maison de quartier");
    draft.line(programme, "A3", 2028, "REGION", "20000.00");
    coordinator("Task_DescribeAmendment", "object", "Maison de quartier", "reason", "Demande");
  }

  @AfterEach
  void realTime() {
    clock.release();
  }

  @Test
  void itIsInForceOnlyOnceTheGovernmentHasApprovedIt() {
    assertThat(contents.lastVersion(programme).orElseThrow().number()).isEqualTo(2);
    consulted();
    voted("votesFor", 25, "votesAgainst", 5);
    assertThat(contents.approvedVersion(programme)).contains(1);
    people.proposed(programme);
    decided("APPROVED", "Utile");
    assertThat(amendment().state()).isEqualTo(Amendment.State.IN_FORCE);
    assertThat(amendment().kind()).isEqualTo(Amendment.Kind.HEAVY);
    assertThat(contents.approvedVersion(programme)).contains(2);
    assertThat(contents.inForce(programme).orElseThrow().action("A3")).isPresent();
    assertThat(programmes.get(programme).implementationEndsOn()).isEqualTo("2030-12-31");
    ended();
  }

  @Test
  void anOpinionThatIsFollowedChangesWhatTheCouncilVotes() {
    met();
    draft.line(programme, "A3", 2028, "REGION", "15000.00");
    coordinator("Task_ReplyToOpinions");
    voted("votesFor", 25, "votesAgainst", 5);
    assertThat(contents.lastVersion(programme).orElseThrow())
        .satisfies(v -> assertThat(v.number()).isEqualTo(3))
        .satisfies(v -> assertThat(v.reason()).isEqualTo("submitted-to-council"))
        .satisfies(v -> assertThat(v.content().totalOf("A3")).isEqualByComparingTo("15000.00"));
    people.proposed(programme);
    decided("APPROVED", "Utile");
    assertThat(amendment().version()).isEqualTo(3);
  }

  @Test
  void whatTheCouncilRejectsChangesNothingAndTheReasonIsKept() {
    consulted();
    voted("votesFor", 5, "votesAgainst", 25, "rejectionReason", "Trop cher");
    assertThat(amendment().state()).isEqualTo(Amendment.State.REJECTED);
    undone("Trop cher");
  }

  @Test
  void whatTheGovernmentRefusesChangesNothingAndTheReasonIsKept() {
    consulted();
    voted("votesFor", 25, "votesAgainst", 5);
    people.proposed(programme);
    decided("REFUSED", "Hors budget");
    assertThat(amendment().state()).isEqualTo(Amendment.State.REFUSED);
    undone("Hors budget");
  }

  private void undone(String reason) {
    assertThat(amendment().outcomeReason()).isEqualTo(reason);
    assertThat(contents.approvedVersion(programme)).contains(1);
    assertThat(contents.draft(programme)).isEqualTo(contents.version(programme, 1));
    assertThat(amendments.mayBegin(programme)).isTrue();
    ended();
  }

  private void ended() {
    assertThat(ledger.of(programme).stream().map(LedgerEntry::act)).contains("amendment-closed");
    assertThat(runtime.createProcessInstanceQuery().processInstanceBusinessKey(programme).count())
        .isZero();
  }

  private void commission() {
    begin("CommissionSetUp");
    for (int n = 1; n <= 8; n++) {
      draft.make(
          programme,
          "nomination",
          "category",
          "INHABITANT",
          "personName",
          "Personne " + n,
          "mandateFrom",
          "2026-01-10");
    }
    for (SeatCategory category : commission.seats(programme)) {
      if (category.vacant() > 0) {
        draft.make(
            programme,
            "vacancy-reason",
            "category",
            category.category(),
            "vacancyReason",
            "Aucun candidat");
      }
    }
    coordinator("Task_NominateMembers");
    at("2026-01-20T09:00:00Z");
    people.complete(
        ApprovalDriver.SECRETARY,
        programme,
        "Task_DesignateCommission",
        "resolutionNumber",
        "2026/9",
        "resolutionOn",
        "2026-01-20");
    coordinator(
        "Task_AdoptInternalRules",
        "adoptedOn",
        "2026-01-20",
        "documentsDays",
        10,
        "quorumPercent",
        50);
  }

  private void consulted() {
    met();
    coordinator("Task_ReplyToOpinions");
  }

  private void met() {
    coordinator(
        "Task_ConveneMeeting",
        "meetingAt",
        "2027-03-15T19:00",
        "place",
        "Maison communale",
        "agenda",
        "Avenant",
        "documentsSentOn",
        "2027-03-01");
    at("2027-03-15T20:00:00Z");
    draft.make(programme, "attendance-of-others", "presence", "PRESENT");
    coordinator("Task_RecordMeeting");
  }

  private void voted(Object... votes) {
    Actor secretary = ApprovalDriver.SECRETARY;
    people.complete(
        secretary,
        programme,
        "Task_ConveneCouncil",
        "noticeSentOn",
        "2027-03-15",
        "sittingAt",
        "2027-04-01T20:00");
    at("2027-04-01T21:00:00Z");
    Object[] form = {
      "membersPresent", 30, "abstentions", 0, "resolutionNumber", "2027/44",
    };
    Object[] all = new Object[form.length + votes.length];
    System.arraycopy(form, 0, all, 0, form.length);
    System.arraycopy(votes, 0, all, form.length, votes.length);
    people.complete(secretary, programme, "Task_RecordVote", all);
  }

  private void decided(String decision, String motives) {
    people.complete(
        ApprovalDriver.MINISTER,
        programme,
        "Task_DecideApproval",
        "decision",
        decision,
        "motives",
        motives);
  }

  private void coordinator(String task, Object... form) {
    people.complete(DraftForms.COORDINATOR, programme, task, form);
  }

  private void begin(String process) {
    workflows.start(process, programme, Map.of("regime", "contrat-de-quartier"));
  }

  private void at(String instant) {
    clock.moveTo(Instant.parse(instant));
  }

  private Amendment amendment() {
    List<Amendment> all = amendments.of(programme);
    return all.get(all.size() - 1);
  }
}
