package org.trame.approval;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.trame.TrameTest;
import org.trame.deadline.Clocks;
import org.trame.deadline.LegalClock;
import org.trame.programme.Programmes;
import org.trame.workflow.TrameClock;
import org.trame.workflow.Workflows;

/**
 * An approval and an extension through the doors other programs use, with the engine's
 * authorisations: a person who may complete a task moves clocks and timers he may not touch
 * himself.
 */
@TrameTest
class ApprovalOverHttpTests {

  private final HttpClient http = HttpClient.newHttpClient();
  private final ObjectMapper json = new ObjectMapper();

  @Autowired ApprovalDriver people;
  @Autowired Workflows workflows;
  @Autowired Programmes programmes;
  @Autowired Clocks clocks;
  @Autowired TrameClock clock;

  @Value("${local.server.port}")
  int port;

  private String programme;

  @BeforeEach
  void begin() {
    clock.moveTo(Instant.parse("2026-03-04T09:00:00Z"));
    programme = people.programme("Essai par les interfaces");
    workflows.start("RegionalApproval", programme, Map.of("regime", "contrat-de-quartier"));
  }

  @AfterEach
  void realTime() {
    clock.release();
  }

  @Test
  void fromTheDossierToAnExtensionThatIsGranted() throws Exception {
    people.pieces(programme);
    complete("coordinateur", "Task_SubmitDossier");
    complete("region", "Task_CheckCompleteness", "complete", "true");
    edit("region", 204, "remark", "topic", "BUDGET", "remark", "Justifiez");
    complete("region", "Task_ExamineDossier");
    assertThat(decision().state()).isEqualTo(LegalClock.State.SUSPENDED);
    clock.moveTo(Instant.parse("2026-03-14T09:00:00Z"));
    edit("coordinateur", 204, "remark-answer", "remark", "1.1", "answer", "Voici");
    complete("coordinateur", "Task_AnswerRemarks");
    // Received and suspended on 4 March, which does not count: 5 to 13 March are nine days.
    assertThat(decision().dueOn()).isEqualTo("2026-05-12");
    edit("region", 204, "remark-verdict", "remark", "1.1", "verdict", "ACCEPTED");
    complete("region", "Task_ExamineDossier");
    complete(
        "region", "Task_ProposeDecision", "proposal", "APPROVED", "proposalMotives", "Cohérent");
    complete("ministre", "Task_DecideApproval", "decision", "APPROVED", "motives", "Vu");
    workflows.start("Implementation", programme, Map.of("regime", "contrat-de-quartier"));
    edit("region", 422, "request-extension", "category", "WORKS", "works", "Toit", "months", 12);
    edit(
        "coordinateur",
        204,
        "request-extension",
        "category",
        "WORKS",
        "works",
        "Toit",
        "months",
        12);
    complete("ministre", "Task_DecideExtension", "granted", "true", "motives", "Vu les travaux");
    assertThat(programmes.get(programme).implementationEndsOn()).isEqualTo("2031-03-14");
    assertThat(people.timers(programme))
        .extracting(j -> j.getDuedate().toInstant())
        .contains(Instant.parse("2031-03-14T22:59:59Z"));
  }

  private LegalClock decision() {
    return clocks.open(programme, "regional-approval", Clocks.WHOLE_PROGRAMME).orElseThrow();
  }

  private void edit(String account, int status, String edit, Object... namesAndValues)
      throws Exception {
    var response =
        post(
            account,
            "/api/programmes/" + programme + "/edits/" + edit,
            ApprovalDriver.map(namesAndValues));
    assertThat(response.statusCode()).as(response.body()).isEqualTo(status);
  }

  private void complete(String account, String task, Object... namesAndValues) throws Exception {
    Task open = people.task(programme, task);
    Map<String, Object> variables = new HashMap<>();
    ApprovalDriver.map(namesAndValues)
        .forEach((name, value) -> variables.put(name, Map.of("value", value)));
    var response =
        post(
            account,
            "/engine-rest/task/" + open.getId() + "/submit-form",
            Map.of("variables", variables));
    assertThat(response.statusCode()).as(response.body()).isBetween(200, 204);
  }

  private HttpResponse<String> post(String account, String path, Map<String, ?> body)
      throws Exception {
    return http.send(
        HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
            .header("Content-Type", "application/json")
            .header(
                "Authorization",
                "Basic "
                    + Base64.getEncoder()
                        .encodeToString((account + ":" + account).getBytes("UTF-8")))
            .POST(HttpRequest.BodyPublishers.ofString(json.writeValueAsString(body)))
            .build(),
        HttpResponse.BodyHandlers.ofString());
  }
}
