package org.trame.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.trame.TestProgrammes;
import org.trame.TrameTest;
import org.trame.deadline.Clocks;
import org.trame.workflow.Workflows;

@TrameTest
class ProgrammesApiTests {

  @LocalServerPort int port;
  @Autowired TestProgrammes programmes;
  @Autowired Workflows workflows;
  @Autowired Clocks clocks;
  @Autowired ObjectMapper json;

  private final HttpClient http = HttpClient.newHttpClient();
  private String ixelles;
  private String charleroi;

  @BeforeEach
  void twoProgrammes() {
    ixelles = programmes.bare("Quartier d’Ixelles", "21009");
    charleroi = programmes.bare("Quartier de Charleroi", "52011");
  }

  @Test
  void everybodySeesWhatIsInTheScopeOfHisRoles() throws Exception {
    assertThat(ids("coordinateur")).contains(ixelles).doesNotContain(charleroi);
    assertThat(ids("coordinatrice-wallonne")).contains(charleroi).doesNotContain(ixelles);
    assertThat(ids("region")).contains(ixelles).doesNotContain(charleroi);
    assertThat(ids("auditeur")).contains(ixelles, charleroi);
    assertThat(ids("admin")).isEmpty();
  }

  @Test
  void aProgrammeSaysWhereItStandsAndWhatIsDue() throws Exception {
    workflows.start("CouncilVote", ixelles, Map.of("regime", "contrat-de-quartier"));
    LocalDate due = clocks.nextDue(List.of(ixelles)).get(ixelles);
    JsonNode seen = body(get("/api/programmes/" + ixelles, "coordinateur", "nl"));
    assertThat(seen.at("/municipality/label").asText()).isEqualTo("Elsene");
    assertThat(seen.at("/regime/label").asText()).isEqualTo("Wijkcontract");
    assertThat(seen.at("/state").asText()).isEqualTo("RUNNING");
    assertThat(due).isNotNull();
    assertThat(seen.at("/nextDue").asText()).isEqualTo(due.toString());
  }

  @Test
  void whatOneMayNotSeeDoesNotExist() throws Exception {
    var response = get("/api/programmes/" + charleroi, "coordinateur", "fr");
    assertThat(response.statusCode()).isEqualTo(404);
    assertThat(response.headers().firstValue("Content-Type"))
        .hasValueSatisfying(t -> assertThat(t).startsWith("application/problem+json"));
    assertThat(get("/api/nothing", "coordinateur", "fr").statusCode()).isEqualTo(404);
  }

  @Test
  void anEditIsRefusedFieldByField() throws Exception {
    workflows.start("CommissionSetUp", ixelles, Map.of("regime", "contrat-de-quartier"));
    var response = post("nomination", "coordinateur", "{}");
    assertThat(response.statusCode()).isEqualTo(422);
    assertThat(body(response).path("reasons"))
        .isNotEmpty()
        .allSatisfy(
            reason -> {
              assertThat(reason.path("field").asText()).isNotBlank();
              assertThat(reason.path("sentence").asText()).isNotBlank();
            });
  }

  @Test
  void anEditOfSomebodyElsesTaskIsRefused() throws Exception {
    workflows.start("CommissionSetUp", ixelles, Map.of("regime", "contrat-de-quartier"));
    var response = post("nomination", "secretaire", "{}");
    assertThat(response.statusCode()).isEqualTo(422);
    assertThat(body(response).at("/reasons/0/field").asText()).isEmpty();
  }

  @Test
  void anUnknownEditIsNotFoundAndABrokenBodyIsSaidToBe() throws Exception {
    assertThat(post("no-such-edit", "coordinateur", "{}").statusCode()).isEqualTo(404);
    assertThat(post("nomination", "coordinateur", "{").statusCode()).isEqualTo(400);
  }

  private List<String> ids(String account) throws Exception {
    List<String> ids = new ArrayList<>();
    body(get("/api/programmes", account, "fr")).forEach(p -> ids.add(p.path("id").asText()));
    return ids;
  }

  private JsonNode body(HttpResponse<String> response) throws Exception {
    return json.readTree(response.body());
  }

  private HttpResponse<String> get(String path, String account, String language) throws Exception {
    return send(request(path, account).header("Accept-Language", language));
  }

  private HttpResponse<String> post(String edit, String account, String body) throws Exception {
    return send(
        request("/api/programmes/" + ixelles + "/edits/" + edit, account)
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString(body)));
  }

  private HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
    return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
  }

  private HttpRequest.Builder request(String path, String account) {
    String credentials = account + ":" + account;
    return HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
        .header(
            "Authorization", "Basic " + Base64.getEncoder().encodeToString(credentials.getBytes()));
  }
}
