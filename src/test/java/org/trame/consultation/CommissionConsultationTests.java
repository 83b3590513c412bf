package org.trame.consultation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.trame.access.Actor;
import org.trame.deadline.Clocks;
import org.trame.deadline.LegalClock;

/** Eight inhabitants, documents ten days before, a quorum of half: four. */
class CommissionConsultationTests extends ConsultationTest {

  static final Actor INHABITANT = new Actor("habitant", List.of("commission-member-21009"));

  static final Actor ASSOCIATION = new Actor("association", List.of("commission-member-21009"));

  @Autowired Meetings meetings;
  @Autowired Opinions opinions;
  @Autowired OpinionRequests requests;
  @Autowired Participation participation;
  @Autowired Consultations consultations;
  @Autowired Clocks clocks;
  @Autowired JdbcClient jdbc;

  @BeforeEach
  void commissionOfEight() {
    designatedCommission();
    begin("CommissionConsultation");
    at("2026-02-02T09:00:00Z");
  }

  @Test
  void documentsLeaveAsManyDaysBeforeAsTheInternalRulesSay() {
    refused("Task_ConveneMeeting", meeting("2026-02-11T19:00", "2026-02-02"), "pas avant le 12/02");
    refused("Task_ConveneMeeting", meeting("2026-02-14T19:00", "2026-02-03"), "dans le futur");
    refused("Task_ConveneMeeting", meeting("2026-02-01T19:00", "2026-01-02"), "à venir");
    submit("Task_ConveneMeeting", meeting("2026-02-12T19:00", "2026-02-02"));
    assertThat(task("Task_RecordMeeting").getDueDate()).isEqualTo("2026-02-12T23:59:59");
  }

  @Test
  void aMeetingIsRecordedOnceItWasHeldAndEveryPresenceIsNoted() {
    submit("Task_ConveneMeeting", meeting("2026-02-12T19:00", "2026-02-02"));
    editRefused("attendance", presence(1, "PRESENT"), "pas encore eu lieu");
    refused("Task_RecordMeeting", Map.of(), "pas encore eu lieu");
    at("2026-02-12T20:00:00Z");
    edit("attendance", presence(1, "PRESENT"));
    refused("Task_RecordMeeting", Map.of(), "7 membres");
    editRefused("spoke", Map.of("seat", "INHABITANT-2"), "pas présent");
    edit("attendance-of-others", Map.of("presence", "PRESENT"));
    submit("Task_RecordMeeting", Map.of());
    assertThat(open()).containsExactly("Task_ReplyToOpinions");
  }

  @Test
  void withoutQuorumTheCommissionIsConvenedAgainAndThenDeliberates() {
    held("2026-02-12T19:00", 3);
    submit("Task_RecordMeeting", Map.of());
    assertThat(open()).containsExactly("Task_ConveneMeeting");
    held("2026-02-13T19:00", 2);
    submit("Task_RecordMeeting", Map.of());
    assertThat(open()).containsExactly("Task_ReplyToOpinions");
    assertThat(meetings.of(programme))
        .extracting(Meeting::convening, Meeting::outcome)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple(1, Meeting.Outcome.NO_QUORUM),
            org.assertj.core.groups.Tuple.tuple(2, Meeting.Outcome.WHATEVER_THE_NUMBER));
  }

  @Test
  void halfOfTheMembersIsAQuorum() {
    held("2026-02-12T19:00", 4);
    submit("Task_RecordMeeting", Map.of());
    assertThat(meetings.of(programme))
        .singleElement()
        .extracting(Meeting::outcome)
        .isEqualTo(Meeting.Outcome.QUORUM);
  }

  @Test
  void aMemberWhoseMandateHasEndedDoesNotCount() {
    edit(
        "end-mandate",
        Map.of("seat", "INHABITANT-8", "endsOn", "2026-02-03", "endReason", "Départ"));
    edit(
        "replacement",
        Map.of(
            "category", "INHABITANT",
            "personName", "Neuf",
            "mandateFrom", "2026-02-20",
            "resolutionNumber", "2026/30",
            "resolutionOn", "2026-02-02"));
    assertThat(page(COORDINATOR, "Task_ConveneMeeting")).containsExactly("members", "vacant-seats");
    held("2026-02-12T19:00", 4);
    submit("Task_RecordMeeting", Map.of());
    assertThat(meetings.of(programme)).singleElement().extracting(Meeting::members).isEqualTo(7);
  }

  @Test
  void everyOpinionNeedsAReplyBeforeTheConsultationCloses() {
    held("2026-02-12T19:00", 5);
    edit("opinion", opinion(1, "RESERVED"));
    edit("opinion", opinion(2, "FAVOURABLE"));
    String second = String.valueOf(opinions.of(programme).get(1).id());
    edit("opinion", with(opinion(2, "UNFAVOURABLE"), "id", second));
    edit("dissent", Map.of("seat", "INHABITANT-1", "text", "Le parc d’abord"));
    assertThat(page(COORDINATOR, "Task_RecordMeeting"))
        .containsExactly("attendance", "attendance-of-others", "spoke", "opinions", "dissents");
    submit("Task_RecordMeeting", Map.of());
    assertThat(page(COORDINATOR, "Task_ReplyToOpinions")).contains("opinion-replies");
    assertThat(opinions.of(programme))
        .extracting(Opinion::position)
        .containsExactly(Position.RESERVED, Position.UNFAVOURABLE);
    edit("opinion-reply", reply(1));
    refused("Task_ReplyToOpinions", Map.of(), "L’avis n° 2 est sans réponse");
    assertThat(participation.treatment(programme).untreatedPercent())
        .hasValue(new java.math.BigDecimal("50"));
    edit("opinion-reply", reply(2));
    submit("Task_ReplyToOpinions", Map.of());
    assertThat(ended()).isTrue();
    assertThat(acts()).contains("opinion-answered");
  }

  @Test
  void theCouncilIsNotConvenedAsLongAsAnOpinionHasNoReply() {
    held("2026-02-12T19:00", 5);
    edit("opinion", opinion(1, "RESERVED"));
    submit("Task_RecordMeeting", Map.of());
    begin("CouncilVote");
    Map<String, Object> notice =
        Map.of("noticeSentOn", "2026-02-12", "sittingAt", "2026-03-02T20:00");
    refused("Task_ConveneCouncil", notice, "1 avis et 0 observations sont sans réponse");
    edit("opinion-reply", reply(1));
    submit("Task_ConveneCouncil", notice);
  }

  @Test
  void anOpinionIsCorrectedOnlyUntilItsMeetingIsRecorded() {
    held("2026-02-12T19:00", 5);
    edit("opinion", opinion(1, "RESERVED"));
    String first = String.valueOf(opinions.of(programme).get(0).id());
    submit("Task_RecordMeeting", Map.of("anotherMeeting", true));
    held("2026-02-20T19:00", 5);
    editRefused(
        "opinion", with(opinion(1, "FAVOURABLE"), "id", first), "ne vient pas de cette réunion");
  }

  @Test
  void aCommissionWithoutMembersIsNotConvened() {
    programme = programmes.bare("Essai sans commission", "21009");
    begin("CommissionConsultation");
    refused(
        "Task_ConveneMeeting",
        meeting("2026-02-12T19:00", "2026-02-02"),
        "aucun membre en fonction");
  }

  @Test
  void aDissentIsNeverChanged() {
    held("2026-02-12T19:00", 5);
    edit("dissent", Map.of("seat", "INHABITANT-1", "text", "Le parc d’abord"));
    assertThatThrownBy(() -> jdbc.sql("update trame.dissent set text = 'x'").update())
        .isInstanceOf(DataAccessException.class);
    assertThatThrownBy(() -> jdbc.sql("delete from trame.dissent").update())
        .isInstanceOf(DataAccessException.class);
    assertThat(meetings.dissents(programme))
        .singleElement()
        .extracting(AnnexedDissent::text)
        .isEqualTo("Le parc d’abord");
  }

  @Test
  void membersWithAnAccountAreAskedAndTheAuthorSeesTheReply() {
    accounts("habitant", "association");
    held("2026-02-12T19:00", 5);
    submit("Task_RecordMeeting", Map.of());
    assertThat(open()).containsExactly("Task_GiveOpinion", "Task_GiveOpinion");
    edit(INHABITANT, "own-opinion", Map.of("about", "WHOLE", "position", "RESERVED", "text", "Un"));
    String mine = mine("habitant");
    assertThatThrownBy(() -> submitAs(ASSOCIATION, mine, Map.of("answer", "NO_OPINION")))
        .as("somebody else's opinion")
        .isInstanceOf(org.camunda.bpm.engine.AuthorizationException.class);
    assertThat(page(INHABITANT, "Task_GiveOpinion")).containsExactly("own-opinions");
    assertThatThrownBy(() -> submitAs(INHABITANT, mine, Map.of("answer", "FAVOURABLE")))
        .hasMessageContaining("requis");
    submitAs(INHABITANT, mine, Map.of("answer", "UNFAVOURABLE", "about", "WHOLE", "text", "Deux"));
    submitAs(ASSOCIATION, mine("association"), Map.of("answer", "NO_OPINION"));
    assertThat(open()).containsExactly("Task_ReplyToOpinions");
    edit("opinion-reply", reply(1));
    assertThat(opinions.of(programme, "habitant"))
        .extracting(o -> o.reply() == null)
        .containsExactly(false, true);
    assertThat(opinions.of(programme, "association")).isEmpty();
    assertThat(requests.answers(programme)).isEqualTo(new OpinionRequests.Answers(2, 1, 1, 0));
    assertThat(clock("member-opinion")).isEqualTo(LegalClock.State.MET);
  }

  @Test
  void silenceIsNoAgreement() {
    accounts("habitant", "association");
    held("2026-02-12T19:00", 5);
    submit("Task_RecordMeeting", Map.of());
    submitAs(ASSOCIATION, mine("association"), Map.of("answer", "NO_OPINION"));
    at("2026-02-26T12:00:00Z");
    timers();
    assertThat(open()).as("14 days have not passed").containsExactly("Task_GiveOpinion");
    at("2026-02-27T12:00:00Z");
    timers();
    assertThat(open()).containsExactly("Task_ReplyToOpinions");
    assertThat(requests.answers(programme)).isEqualTo(new OpinionRequests.Answers(2, 0, 1, 1));
    assertThat(opinions.of(programme)).isEmpty();
    assertThat(clock("member-opinion")).isEqualTo(LegalClock.State.LAPSED);
  }

  @Test
  void participationIsMeasuredAndEveryRoundIsKept() {
    held("2026-02-12T19:00", 8);
    edit("spoke", Map.of("seat", "INHABITANT-1"));
    edit("opinion", opinion(2, "FAVOURABLE"));
    submit("Task_RecordMeeting", Map.of("anotherMeeting", true));
    held("2026-02-20T19:00", 4);
    submit("Task_RecordMeeting", Map.of());
    edit("opinion-reply", reply(1));
    submit("Task_ReplyToOpinions", Map.of());
    begin("CommissionConsultation");
    held("2026-03-20T19:00", 4);
    assertThat(participation.turnout(programme))
        .extracting(
            t -> t.percent().intValue(), t -> t.change() == null ? 0 : t.change().intValue())
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple(100, 0),
            org.assertj.core.groups.Tuple.tuple(50, -50));
    assertThat(participation.heard(programme))
        .containsExactly(new Participation.Heard("INHABITANT", 8, 6));
    assertThat(consultations.of(programme))
        .extracting(Round::closedOn)
        .doesNotContainSequence(null, null);
    assertThat(meetings.of(programme)).extracting(Meeting::round).containsExactly(1, 1, 2);
    assertThat(opinions.of(programme)).hasSize(1);
    assertThat(opinions.latest(programme)).isEmpty();
  }

  private LegalClock.State clock(String step) {
    return clocks.of(programme).stream()
        .filter(c -> c.step().equals(step))
        .findFirst()
        .orElseThrow()
        .state();
  }

  private String mine(String account) {
    Task task =
        tasks
            .createTaskQuery()
            .processInstanceBusinessKey(programme)
            .taskAssignee(account)
            .singleResult();
    return task.getId();
  }

  /** The first members have these accounts. */
  private void accounts(String... accounts) {
    for (int n = 0; n < accounts.length; n++) {
      jdbc.sql("update trame.commission_mandate set account = ? where programme = ? and seat = ?")
          .params(accounts[n], programme, n + 1)
          .update();
    }
  }

  /** A meeting with so many of the eight members present. */
  private void held(String meetingAt, int present) {
    submit("Task_ConveneMeeting", meeting(meetingAt, "2026-02-02"));
    at(meetingAt.substring(0, 10) + "T20:00:00Z");
    for (int n = 1; n <= present; n++) {
      edit("attendance", presence(n, "PRESENT"));
    }
    edit("attendance-of-others", Map.of("presence", "EXCUSED"));
  }

  private static Map<String, Object> meeting(String at, String documents) {
    return Map.of(
        "meetingAt",
        at,
        "place",
        "Maison de quartier",
        "agenda",
        "Projet de programme",
        "documentsSentOn",
        documents);
  }

  private static Map<String, Object> presence(int seat, String presence) {
    return Map.of("seat", "INHABITANT-" + seat, "presence", presence);
  }

  private static Map<String, Object> opinion(int seat, String position) {
    return Map.of(
        "seat", "INHABITANT-" + seat, "about", "WHOLE", "position", position, "text", "Trop tard");
  }

  private static Map<String, Object> reply(int opinion) {
    return Map.of(
        "opinion", String.valueOf(opinion), "outcome", "AMENDED", "reason", "Calendrier revu");
  }
}
