package org.trame.feed;

import static org.assertj.core.api.Assertions.assertThat;

import biweekly.Biweekly;
import biweekly.ICalVersion;
import biweekly.ICalendar;
import biweekly.component.VEvent;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.camunda.bpm.engine.IdentityService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.trame.Statements;
import org.trame.TestProgrammes;
import org.trame.TrameTest;
import org.trame.deadline.Clocks;
import org.trame.deadline.LegalClock;
import org.trame.notification.Preferences;
import org.trame.notification.ReaderPreference;
import org.trame.workflow.TrameClock;
import org.trame.workflow.Workflows;

/** The feed as a calendar program gets it, read by a parser that is not the one that wrote it. */
@TrameTest
class CalendarFeedTests {

  private static final String REGIME = "contrat-de-quartier";
  private static final LocalDate TODAY = LocalDate.of(2067, 3, 2);
  private static final String OWNER = "feed-owner";

  @LocalServerPort int port;
  @Autowired CalendarLinks links;
  @Autowired TestProgrammes programmes;
  @Autowired Clocks clocks;
  @Autowired Workflows workflows;
  @Autowired Preferences preferences;
  @Autowired IdentityService identities;
  @Autowired JdbcClient jdbc;
  @Autowired Statements statements;
  @Autowired TrameClock clock;

  private final HttpClient http = HttpClient.newHttpClient();
  private String programme;
  private String token;

  @BeforeEach
  void anAccountOfItsOwn() {
    on(TODAY);
    // Walloon places nobody else in the tests works in.
    identities.saveUser(identities.newUser(OWNER));
    join("coordinator-52015");
    programme = programmes.bare("Bords de Meuse, l’été", "52015");
    token = links.renew(OWNER);
  }

  @AfterEach
  void noAccount() {
    identities.deleteUser(OWNER);
    jdbc.sql("delete from trame.calendar_link where account = ?").param(OWNER).update();
    jdbc.sql("delete from trame.reader_preference where account = ?").param(OWNER).update();
    jdbc.sql("update trame.legal_clock set state = 'DROPPED' where subject = ?")
        .param(programme)
        .update();
    clock.release();
  }

  @Test
  void everyClockToDoIsOneDayOnItsDueDate() throws Exception {
    LegalClock drafting = clocks.start(REGIME, programme, "drafting", "a", TODAY);
    LegalClock whole =
        clocks.start(REGIME, programme, "elaboration", Clocks.WHOLE_PROGRAMME, TODAY);
    LegalClock council = clocks.start(REGIME, programme, "council-convening", "b", TODAY);
    ICalendar calendar = calendar();
    assertThat(calendar.getMethod().getValue()).isEqualTo("PUBLISH");
    assertThat(calendar.getExperimentalProperty("X-WR-CALNAME").getValue())
        .isEqualTo("Trame – échéances");
    assertThat(calendar.getRefreshInterval().getValue().getHours()).isEqualTo(1);
    assertThat(calendar.getEvents())
        .as("the council secretary convenes, not the coordinator")
        .extracting(CalendarFeedTests::day)
        .containsExactly(drafting.dueOn(), whole.dueOn())
        .doesNotContain(council.dueOn());
    VEvent event = calendar.getEvents().get(0);
    assertThat(event.getSummary().getValue()).endsWith(" – Bords de Meuse, l’été");
    assertThat(event.getDateStart().getValue().hasTime()).isFalse();
    assertThat(event.getDateEnd().getValue().hasTime()).isFalse();
    assertThat(event.getCategories().get(0).getValues()).containsExactly("Bords de Meuse, l’été");
    assertThat(event.getTransparency().isTransparent()).isTrue();
    assertThat(event.getUrl().getValue()).endsWith("/clocks/" + drafting.id());
    assertThat(event.getDescription().getValue())
        .contains("Le délai commence le mercredi 2 mars 2067", "trois des neuf mois");
  }

  @Test
  void remindersRingOnTheWorkingDaysOfTheRule() throws Exception {
    LegalClock drafting = clocks.start(REGIME, programme, "drafting", "a", TODAY);
    // Due on Tuesday 31 May; Whit Monday is the 30th: ten and three working days before.
    assertThat(drafting.dueOn()).isEqualTo(LocalDate.of(2067, 5, 31));
    assertThat(event().getAlarms())
        .extracting(a -> a.getTrigger().getDuration().toMillis() / 3_600_000.0 / 24)
        .containsExactlyInAnyOrder(
            daysBefore(drafting, 10) + 9 / 24.0, daysBefore(drafting, 3) + 9 / 24.0);
  }

  @Test
  void whoeverOnlyFollowsTheWholeProgrammeIsNotRungForOthersWork() throws Exception {
    clocks.start(REGIME, programme, "elaboration", Clocks.WHOLE_PROGRAMME, TODAY);
    assertThat(event().getAlarms()).hasSize(2);
    identities.deleteMembership(OWNER, "coordinator-52015");
    join("region-examiner-wallonia");
    assertThat(event().getAlarms()).isEmpty();
  }

  private static double daysBefore(LegalClock due, int workingDays) {
    return due.limit().workCalendar().plus(due.dueOn(), -workingDays).toEpochDay()
        - due.dueOn().toEpochDay();
  }

  @Test
  void aMovedClockIsTheSameEventAndANewerOne() throws Exception {
    LegalClock approval = clocks.startUntil(REGIME, programme, "meeting-record", "a", TODAY);
    VEvent before = event();
    on(TODAY.plusDays(1));
    clocks.moveTo(approval, TODAY.plusDays(40), "Reportée");
    VEvent after = event();
    assertThat(day(before)).isEqualTo(TODAY);
    assertThat(day(after)).isEqualTo(TODAY.plusDays(40));
    assertThat(after.getUid().getValue()).isEqualTo(before.getUid().getValue());
    assertThat(after.getSequence().getValue()).isGreaterThan(before.getSequence().getValue());
    assertThat(after.getDateTimeStamp().getValue()).isAfter(before.getDateTimeStamp().getValue());
  }

  @Test
  void aSuspendedClockHasNoDate() throws Exception {
    join("region-examiner-wallonia");
    LegalClock approval = clocks.start(REGIME, programme, "regional-approval", "a", TODAY);
    VEvent before = event();
    on(TODAY.plusDays(3));
    clocks.suspend(approval, "remarks-sent", TODAY.plusDays(3), "");
    assertThat(calendar().getEvents()).isEmpty();
    on(TODAY.plusDays(8));
    clocks.resume(clocks.get(approval.id()).orElseThrow(), TODAY.plusDays(8));
    assertThat(event().getUid().getValue()).isEqualTo(before.getUid().getValue());
    assertThat(event().getSequence().getValue()).isGreaterThan(before.getSequence().getValue());
  }

  @Test
  void aClockIsInTheCalendarOfWhoeverMayDoItsTask() throws Exception {
    workflows.start("CouncilVote", programme, Map.of("regime", REGIME));
    assertThat(calendar().getEvents()).isEmpty();
    join("council-secretary-52015");
    LegalClock convening = clocks.of(programme).get(0);
    assertThat(day(event())).isEqualTo(convening.dueOn());
  }

  @Test
  void theCalendarIsInTheLanguageOfItsOwner() throws Exception {
    clocks.start(REGIME, programme, "drafting", "a", TODAY);
    preferences.choose(new ReaderPreference(OWNER, "nl", null, true));
    assertThat(calendar().getExperimentalProperty("X-WR-CALNAME").getValue())
        .isEqualTo("Trame – vervaldagen");
    assertThat(event().getDescription().getValue()).contains("De termijn begint op woensdag");
  }

  @Test
  void theIndependentParserFindsNothingToWarnOf() throws Exception {
    for (String step : List.of("drafting", "diagnosis", "lessons", "yearly-report")) {
      clocks.start(REGIME, programme, step, "a", TODAY);
    }
    ICalendar calendar = calendar();
    assertThat(calendar.validate(ICalVersion.V2_0).isEmpty())
        .as(calendar.validate(ICalVersion.V2_0).toString())
        .isTrue();
    assertThat(calendar.getEvents()).hasSize(4);
    assertThat(calendar.getEvents()).extracting(e -> e.getUid().getValue()).doesNotHaveDuplicates();
    byte[] file = read(token).body();
    String text = new String(file, StandardCharsets.UTF_8);
    assertThat(text.replace("\r\n", "")).doesNotContain("\n", "\r");
    assertThat(text.split("\r\n"))
        .allSatisfy(
            line -> assertThat(line.getBytes(StandardCharsets.UTF_8)).hasSizeLessThanOrEqualTo(75));
  }

  @Test
  void aManyLinedCalendarTakesAsManyStatementsAsASmallOne() throws Exception {
    clocks.start(REGIME, programme, "drafting", "first", TODAY);
    read(token);
    int one = statements.during(() -> read(token));
    for (int i = 0; i < 100; i++) {
      clocks.start(REGIME, programme, "drafting", "occurrence-" + i, TODAY);
    }
    assertThat(statements.during(() -> read(token))).isEqualTo(one);
    assertThat(calendar().getEvents()).hasSize(101);
  }

  @Test
  void aRenewedLinkIsDeadAtOnceAndOnlyItsHashIsKept() throws Exception {
    String next = links.renew(OWNER);
    assertThat(read(token).statusCode()).isEqualTo(404);
    assertThat(read(next).statusCode()).isEqualTo(200);
    assertThat(next).hasSize(43).isNotEqualTo(token);
    assertThat(
            jdbc.sql("select l::text from trame.calendar_link l where account = ?")
                .param(OWNER)
                .query(String.class)
                .single())
        .doesNotContain(next, token)
        .containsPattern("[0-9a-f]{64}");
    links.remove(OWNER);
    assertThat(read(next).statusCode()).isEqualTo(404);
    assertThat(links.madeAt(OWNER)).isEmpty();
  }

  @Test
  void nobodyElsesClocksAreInIt() throws Exception {
    String other = programmes.bare("Ailleurs", "21009");
    clocks.start(REGIME, other, "drafting", "a", TODAY);
    LegalClock mine = clocks.start(REGIME, programme, "drafting", "a", TODAY);
    assertThat(calendar().getEvents()).extracting(CalendarFeedTests::day).hasSize(1);
    assertThat(event().getUrl().getValue()).endsWith("/clocks/" + mine.id());
  }

  @Test
  void anAccountThatLosesItsGroupsHasAnEmptyCalendarAndADeletedOneNone() throws Exception {
    clocks.start(REGIME, programme, "drafting", "a", TODAY);
    assertThat(calendar().getEvents()).hasSize(1);
    identities.deleteMembership(OWNER, "coordinator-52015");
    assertThat(calendar().getEvents()).isEmpty();
    assertThat(new String(read(token).body(), StandardCharsets.UTF_8)).contains("BEGIN:VTIMEZONE");
    identities.deleteUser(OWNER);
    assertThat(read(token).statusCode()).isEqualTo(404);
    identities.saveUser(identities.newUser(OWNER));
    assertThat(read(token).statusCode()).as("a new account of that name").isEqualTo(404);
  }

  @Test
  void anUnchangedCalendarIsNotSentAgainAndNoCookieIsSet() throws Exception {
    LegalClock record = clocks.startUntil(REGIME, programme, "meeting-record", "a", TODAY);
    HttpResponse<byte[]> first = read(token);
    String tag = header(first, "ETag").orElseThrow();
    assertThat(header(first, "Content-Type")).contains("text/calendar;charset=UTF-8");
    assertThat(header(first, "Cache-Control").orElseThrow()).contains("private");
    HttpResponse<byte[]> again = send(request(token).header("If-None-Match", tag));
    assertThat(again.statusCode()).isEqualTo(304);
    assertThat(again.body()).isEmpty();
    on(TODAY.plusDays(1));
    clocks.moveTo(record, TODAY.plusDays(9), "");
    assertThat(send(request(token).header("If-None-Match", tag)).statusCode()).isEqualTo(200);
    HttpResponse<byte[]> head = send(request(token).method("HEAD", BodyPublishers.noBody()));
    assertThat(head.statusCode()).isEqualTo(200);
    assertThat(head.body()).isEmpty();
    assertThat(header(head, "ETag")).isPresent();
    HttpResponse<byte[]> wrong = read("A".repeat(43));
    assertThat(wrong.statusCode()).isEqualTo(404);
    assertThat(read("short").statusCode()).isEqualTo(404);
    assertThat(send(request(token).POST(BodyPublishers.noBody())).statusCode()).isEqualTo(403);
    assertThat(send(request(token).DELETE()).statusCode()).isEqualTo(403);
    for (HttpResponse<byte[]> response : List.of(first, again, head, wrong, read("short"))) {
      assertThat(header(response, "Set-Cookie")).isEmpty();
    }
  }

  private void join(String group) {
    if (identities.createGroupQuery().groupId(group).count() == 0) {
      identities.saveGroup(identities.newGroup(group));
    }
    identities.createMembership(OWNER, group);
  }

  private VEvent event() throws Exception {
    List<VEvent> events = calendar().getEvents();
    assertThat(events).hasSize(1);
    return events.get(0);
  }

  private ICalendar calendar() throws Exception {
    HttpResponse<byte[]> response = read(token);
    assertThat(response.statusCode()).isEqualTo(200);
    return Biweekly.parse(new String(response.body(), StandardCharsets.UTF_8)).first();
  }

  private static LocalDate day(VEvent event) {
    return event.getDateStart().getValue().toInstant().atZone(ZoneId.systemDefault()).toLocalDate();
  }

  private HttpResponse<byte[]> read(String someToken) throws Exception {
    return send(request(someToken).GET());
  }

  private HttpResponse<byte[]> send(HttpRequest.Builder request) throws Exception {
    return http.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
  }

  private HttpRequest.Builder request(String someToken) {
    return HttpRequest.newBuilder(
        URI.create("http://localhost:" + port + "/calendar/" + someToken + ".ics"));
  }

  private static Optional<String> header(HttpResponse<?> response, String name) {
    return response.headers().firstValue(name);
  }

  private void on(LocalDate day) {
    clock.moveTo(day.atTime(10, 0).atZone(TrameClock.BRUSSELS).toInstant());
  }
}
