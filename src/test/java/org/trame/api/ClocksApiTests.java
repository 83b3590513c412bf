package org.trame.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.trame.TestProgrammes;
import org.trame.TrameTest;
import org.trame.calendar.Term;
import org.trame.deadline.Clocks;
import org.trame.deadline.LegalClock;
import org.trame.workflow.TrameClock;

/** Due dates and their steps for other programs. */
@TrameTest
class ClocksApiTests {

  private static final String REGIME = "contrat-de-quartier";

  /** A Monday. */
  private static final LocalDate TODAY = LocalDate.of(2068, 7, 2);

  @LocalServerPort int port;
  @Autowired TestProgrammes programmes;
  @Autowired Clocks clocks;
  @Autowired TrameClock clock;
  @Autowired ObjectMapper json;

  private final HttpClient http = HttpClient.newHttpClient();
  private String programme;

  @BeforeEach
  void aProgramme() {
    on(TODAY);
    programme = programmes.bare("Quartier du canal", "21009");
  }

  @AfterEach
  void release() {
    clock.release();
  }

  @Test
  void aClockOpensIntoItsStepsSuspensionsExtensionsAndComputations() throws Exception {
    long id = clocks.start(REGIME, programme, "regional-approval", "a", TODAY).id();
    on(TODAY.plusDays(4));
    clocks.suspend(clocks.get(id).orElseThrow(), "remarks-sent", TODAY.plusDays(4), "");
    on(TODAY.plusDays(14));
    clocks.resume(clocks.get(id).orElseThrow(), TODAY.plusDays(14));
    JsonNode seen = body(get("/api/clocks/" + id, "region", "nl"));
    // 60 days after 2 July are 31 August; ten more, 10 September, a Monday.
    assertThat(seen.at("/due").asText()).isEqualTo("2068-09-10");
    assertThat(seen.at("/state").asText()).isEqualTo("RUNNING");
    assertThat(seen.at("/basis").asText()).startsWith("Lokale praktijk");
    assertThat(seen.at("/silence/code").asText()).isEqualTo("NONE");
    assertThat(seen.at("/holder/label").asText()).isEqualTo("Gewestelijk onderzoeker");
    assertThat(texts(seen.path("steps"), "kind"))
        .containsExactly("START", "COUNT", "SUSPENDED", "DUE");
    assertThat(texts(seen.path("steps"), "text"))
        .allSatisfy(t -> assertThat(t).isNotBlank())
        .last()
        .asString()
        .contains("maandag 10 september 2068");
    assertThat(seen.at("/steps/2/from").asText()).isEqualTo("2068-07-06");
    assertThat(seen.at("/steps/2/to").asText()).isEqualTo("2068-07-15");
    assertThat(seen.at("/suspensions/0/from").asText()).isEqualTo("2068-07-06");
    assertThat(seen.at("/suspensions/0/cause/code").asText()).isEqualTo("remarks-sent");
    assertThat(texts(seen.path("computations"), "why")).containsExactly("STARTED", "RESUMED");
    assertThat(texts(seen.path("computations"), "due")).containsExactly("2068-08-31", "2068-09-10");
  }

  @Test
  void anExtensionIsSeenWithItsLength() throws Exception {
    long id = clocks.start(REGIME, programme, "drafting", "a", TODAY).id();
    clocks.extend(clocks.get(id).orElseThrow(), Term.parse("20 days"), "Encore un atelier");
    JsonNode seen = body(get("/api/clocks/" + id, "coordinateur", "fr"));
    assertThat(seen.at("/extensions/0/amount").asInt()).isEqualTo(20);
    assertThat(seen.at("/extensions/0/unit").asText()).isEqualTo("DAY");
    assertThat(seen.at("/extensions/0/text").asText()).isEqualTo("20 jours");
    assertThat(seen.path("computations")).hasSize(2);
  }

  @Test
  void theClocksOfAProgrammeAreListedEndedOnesToo() throws Exception {
    LegalClock met = clocks.start(REGIME, programme, "diagnosis", "a", TODAY);
    clocks.meet(met);
    clocks.start(REGIME, programme, "drafting", "a", TODAY);
    JsonNode seen = body(get("/api/programmes/" + programme + "/clocks", "coordinateur", "fr"));
    assertThat(texts(seen, "step")).containsExactlyInAnyOrder("diagnosis", "drafting");
    assertThat(texts(seen, "state")).containsExactlyInAnyOrder("MET", "RUNNING");
  }

  @Test
  void whatIsDueIsFilteredByStateAndNearness() throws Exception {
    clocks.startUntil(REGIME, programme, "meeting-record", "late", TODAY.minusDays(1));
    clocks.startUntil(REGIME, programme, "meeting-record", "soon", TODAY.plusDays(3));
    clocks.startUntil(REGIME, programme, "meeting-record", "later", TODAY.plusDays(4));
    LegalClock still = clocks.start(REGIME, programme, "regional-approval", "s", TODAY);
    clocks.suspend(still, "remarks-sent", TODAY, "");
    assertThat(due("")).hasSize(4);
    assertThat(due("?within=3")).containsExactly("OVERDUE", "THIS_WEEK");
    assertThat(due("?state=SUSPENDED")).containsExactly("SUSPENDED");
    assertThat(due("?state=SUSPENDED&within=3")).isEmpty();
    assertThat(due("?state=RUNNING&within=0")).containsExactly("OVERDUE");
  }

  @Test
  void whatOneMayNotSeeDoesNotExistAndErrorsAreProblems() throws Exception {
    long id = clocks.start(REGIME, programme, "drafting", "a", TODAY).id();
    for (String path : List.of("/api/clocks/" + id, "/api/programmes/" + programme + "/clocks")) {
      assertThat(get(path, "auditeur", "fr").statusCode()).isEqualTo(200);
      HttpResponse<String> hidden = get(path, "coordinatrice-wallonne", "nl");
      assertThat(hidden.statusCode()).isEqualTo(404);
      assertThat(hidden.headers().firstValue("Content-Type").orElseThrow())
          .startsWith("application/problem+json");
      assertThat(body(hidden).path("detail").asText()).contains("Niets");
    }
    assertThat(get("/api/clocks/999999999", "auditeur", "fr").statusCode()).isEqualTo(404);
    assertThat(get("/api/clocks/elephant", "auditeur", "fr").statusCode()).isEqualTo(404);
    HttpResponse<String> refused = get("/api/due?state=LOST", "coordinateur", "nl");
    assertThat(refused.statusCode()).isEqualTo(422);
    assertThat(body(refused).at("/reasons/0/field").asText()).isEqualTo("state");
    assertThat(body(refused).at("/reasons/0/sentence").asText()).contains("toestand", "MISSED");
    assertThat(get("/api/due?within=-1", "coordinateur", "fr").statusCode()).isEqualTo(422);
    assertThat(get("/api/due?within=soon", "coordinateur", "fr").statusCode()).isEqualTo(422);
  }

  private List<String> due(String query) throws Exception {
    List<String> groups = new ArrayList<>();
    for (JsonNode line : body(get("/api/due" + query, "coordinateur", "fr"))) {
      if (line.at("/subject/code").asText().equals(programme)) {
        groups.add(line.path("when").asText());
      }
    }
    return groups;
  }

  private static List<String> texts(JsonNode list, String field) {
    List<String> texts = new ArrayList<>();
    list.forEach(n -> texts.add(n.path(field).asText()));
    return texts;
  }

  private JsonNode body(HttpResponse<String> response) throws Exception {
    return json.readTree(response.body());
  }

  private HttpResponse<String> get(String path, String account, String language) throws Exception {
    String credentials = account + ":" + account;
    return http.send(
        HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
            .header(
                "Authorization",
                "Basic " + Base64.getEncoder().encodeToString(credentials.getBytes()))
            .header("Accept-Language", language)
            .build(),
        HttpResponse.BodyHandlers.ofString());
  }

  private void on(LocalDate day) {
    clock.moveTo(day.atTime(10, 0).atZone(TrameClock.BRUSSELS).toInstant());
  }
}
