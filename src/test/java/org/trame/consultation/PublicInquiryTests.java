package org.trame.consultation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.trame.deadline.Clocks;
import org.trame.deadline.LegalClock;

/** Announced on 2 March 2026, open from 9 to 23 March: the regime's 7 and 15 days. */
class PublicInquiryTests extends ConsultationTest {

  @Autowired Inquiries inquiries;
  @Autowired Participation participation;
  @Autowired Clocks clocks;

  @BeforeEach
  void draftReady() {
    at("2026-03-02T09:00:00Z");
    programme = programmes.bare("Essai de l’enquête", "21009");
    begin("PublicInquiry");
  }

  @Test
  void theInquiryIsAnnouncedAheadAndLastsLongEnough() {
    refused("Task_AnnounceInquiry", dates("2026-03-02", "2026-03-08", "2026-03-23"), "7 jours");
    refused("Task_AnnounceInquiry", dates("2026-03-02", "2026-03-09", "2026-03-22"), "15 jours");
    refused("Task_AnnounceInquiry", dates("2026-03-03", "2026-03-10", "2026-03-30"), "futur");
    refused("Task_AnnounceInquiry", dates("2026-02-02", "2026-03-01", "2026-03-30"), "le passé");
    announced();
    assertThat(inquiries.latest(programme).closesOn()).isEqualTo(LocalDate.of(2026, 3, 23));
  }

  @Test
  void itOpensAndClosesOnItsDates() {
    announced();
    at("2026-03-08T22:30:00Z");
    timers();
    assertThat(open()).as("23:30 in Brussels, the day before").isEmpty();
    at("2026-03-08T23:00:01Z");
    timers();
    assertThat(open()).containsExactly("Task_RegisterObservations");
    refused("Task_RegisterObservations", Map.of(), "ouverte jusqu’au 23/03/2026");
    at("2026-03-23T22:00:00Z");
    timers();
    assertThat(open()).containsExactly("Task_RegisterObservations");
    refused("Task_RegisterObservations", Map.of(), "ouverte jusqu’au 23/03/2026");
    at("2026-03-23T23:00:00Z");
    timers();
    assertThat(open()).containsExactly("Task_SummariseInquiry");
    assertThat(clock("inquiry-closing")).isEqualTo(LegalClock.State.MET);
  }

  @Test
  void observationsAreReceivedBetweenTheTwoDates() {
    open("2026-03-12T09:00:00Z");
    editRefused("observation", observation("2026-03-08"), "entre le 09/03/2026 et le 23/03/2026");
    editRefused("observation", observation("2026-03-13"), "dans le futur");
    edit("observation", observation("2026-03-12"));
    edit("observation", with(observation("2026-03-10"), "id", "1"));
    assertThat(page(COORDINATOR, "Task_RegisterObservations")).containsExactly("observations");
    assertThat(inquiries.latest(programme).observations())
        .singleElement()
        .extracting(Observation::receivedOn)
        .isEqualTo(LocalDate.of(2026, 3, 10));
    closed();
    editRefused("observation", observation("2026-03-24"), "entre le 09/03/2026 et le 23/03/2026");
    edit("observation", observation("2026-03-23"));
    assertThat(inquiries.latest(programme).observations())
        .extracting(Observation::typedOn)
        .containsExactly(LocalDate.of(2026, 3, 12), LocalDate.of(2026, 3, 24));
  }

  @Test
  void everyObservationNeedsAReplyBeforeTheSummaryAndTheVote() {
    open("2026-03-12T09:00:00Z");
    edit("observation", observation("2026-03-12"));
    edit("observation", observation("2026-03-12"));
    closed();
    edit("observation-reply", reply(1));
    assertThat(page(COORDINATOR, "Task_SummariseInquiry"))
        .contains("observations", "observation-replies");
    refused("Task_SummariseInquiry", Map.of("summary", "Deux voix"), "n° 2 est sans réponse");
    assertThat(participation.treatment(programme))
        .isEqualTo(new Participation.Treatment(0, 0, 2, 1));
    begin("CouncilVote");
    refused(
        "Task_ConveneCouncil",
        Map.of("noticeSentOn", "2026-03-24", "sittingAt", "2026-04-20T20:00"),
        "0 avis et 1 observations sont sans réponse");
    edit("observation-reply", reply(2));
    submit("Task_SummariseInquiry", Map.of("summary", "Deux voix"));
    assertThat(task("Task_RecordConcertationOpinion")).isNotNull();
  }

  @Test
  void aConditionalOpinionSaysTheConditions() {
    summarised();
    Map<String, Object> opinion =
        Map.of("concertation", "CONDITIONAL", "givenOn", "2026-03-24", "motives", "Gabarit");
    refused("Task_RecordConcertationOpinion", opinion, "dit lesquelles");
    refused(
        "Task_RecordConcertationOpinion",
        with(with(opinion, "conditions", "Un étage de moins"), "givenOn", "2026-03-23"),
        "suit la clôture");
    refused(
        "Task_RecordConcertationOpinion",
        with(with(opinion, "conditions", "Un étage de moins"), "givenOn", "2026-03-25"),
        "dans le futur");
    submit("Task_RecordConcertationOpinion", with(opinion, "conditions", "Un étage de moins"));
    assertThat(inquiries.latest(programme).concertation().outcome())
        .isEqualTo(ConcertationOpinion.Outcome.CONDITIONAL);
    assertThat(clock("concertation-opinion")).isEqualTo(LegalClock.State.MET);
    assertThat(ended()).isTrue();
  }

  @Test
  void withoutAnOpinionInThirtyDaysTheProcedureGoesOnAndNobodyIsSaidToAgree() {
    summarised();
    at("2026-04-23T12:00:00Z");
    timers();
    assertThat(open()).as("the thirtieth day").containsExactly("Task_RecordConcertationOpinion");
    at("2026-04-24T12:00:00Z");
    timers();
    assertThat(ended()).isTrue();
    assertThat(inquiries.latest(programme).concertation())
        .satisfies(c -> assertThat(c.outcome()).isEqualTo(ConcertationOpinion.Outcome.NONE))
        .satisfies(c -> assertThat(c.source()).contains("Pratique locale", "art. 25"));
    assertThat(acts()).contains("concertation-none").doesNotContain("concertation-favourable");
    assertThat(clock("concertation-opinion")).isEqualTo(LegalClock.State.LAPSED);
    assertThat(acts()).contains("clock-lapsed").doesNotContain("clock-missed");
  }

  private void announced() {
    submit("Task_AnnounceInquiry", dates("2026-03-02", "2026-03-09", "2026-03-23"));
  }

  private void open(String instant) {
    announced();
    at(instant);
    timers();
  }

  private void closed() {
    at("2026-03-24T09:00:00Z");
    timers();
  }

  private void summarised() {
    open("2026-03-12T09:00:00Z");
    closed();
    submit("Task_SummariseInquiry", Map.of("summary", "Aucune observation"));
  }

  private LegalClock.State clock(String step) {
    return clocks.of(programme).stream()
        .filter(c -> c.step().equals(step))
        .findFirst()
        .orElseThrow()
        .state();
  }

  private static Map<String, Object> dates(String announced, String opens, String closes) {
    return Map.of(
        "announcedOn",
        announced,
        "opensOn",
        opens,
        "closesOn",
        closes,
        "places",
        "Maison communale");
  }

  private static Map<String, Object> observation(String received) {
    return Map.of(
        "receivedOn", received,
        "channel", "PAPER",
        "author", "SHOPKEEPER",
        "about", "WHOLE",
        "text", "Moins de travaux d’un coup");
  }

  private static Map<String, Object> reply(int observation) {
    return Map.of(
        "observation", String.valueOf(observation), "outcome", "ADOPTED", "reason", "Phasage");
  }
}
