package org.trame.access;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.trame.Rest;
import org.trame.TestProgrammes;
import org.trame.TrameTest;
import org.trame.workflow.Workflows;

/** Through the engine's REST interface a role sees and does what its work needs, and no more. */
@TrameTest
class TaskRightsTests {

  private static final String TASKS = "/engine-rest/task";
  private static final String FORM =
      "{\"variables\":{\"noticeSentOn\":{\"value\":\"%s\"},\"sittingAt\":{\"value\":\"%s\"}}}";

  @LocalServerPort int port;
  @Autowired TestProgrammes programmes;
  @Autowired Workflows workflows;
  @Autowired TaskService tasks;
  @Autowired RuntimeService runtime;
  @Autowired IdentityService identities;

  private String programme;
  private String task;

  @BeforeEach
  void councilIsToBeConvened() {
    programme = programmes.bare("Droits sur les tâches", "21009");
    workflows.start("CouncilVote", programme, Map.of("regime", "contrat-de-quartier"));
    task = tasks.createTaskQuery().processInstanceBusinessKey(programme).singleResult().getId();
  }

  @Test
  void onlyTheCandidateGroupSeesATask() {
    assertThat(sees("secretaire")).isTrue();
    assertThat(sees("coordinateur")).isFalse();
    assertThat(sees("coordinatrice-wallonne")).isFalse();
    assertThat(sees("admin")).isFalse();
    assertThat(sees("auditeur")).isTrue();
  }

  @Test
  void theCandidateTakesGivesBackAndCompletes() {
    Rest secretary = as("secretaire");
    String claim = TASKS + "/" + task + "/claim";
    assertThat(secretary.send("POST", claim, "{\"userId\":\"secretaire\"}").statusCode())
        .isEqualTo(204);
    assertThat(tasks.createTaskQuery().taskId(task).singleResult().getAssignee())
        .isEqualTo("secretaire");
    assertThat(secretary.send("POST", TASKS + "/" + task + "/unclaim", null).statusCode())
        .isEqualTo(204);
    var refused = submit("secretaire", "2026-03-02", "2026-03-03T20:00");
    assertThat(refused.statusCode()).isEqualTo(400);
    assertThat(Rest.json(refused).path("message").asText())
        .startsWith("Il faut 7 jours francs")
        .contains("numac");
    assertThat(submit("secretaire", "2026-03-02", "2026-03-10T20:00").statusCode()).isEqualTo(204);
    assertThat(
            tasks
                .createTaskQuery()
                .processInstanceBusinessKey(programme)
                .singleResult()
                .getTaskDefinitionKey())
        .isEqualTo("Task_RecordVote");
  }

  @Test
  void nobodyElseWorksOnIt() {
    for (String account : new String[] {"coordinateur", "region", "auditeur", "admin"}) {
      assertThat(submit(account, "2026-03-02", "2026-03-10T20:00").statusCode())
          .as(account)
          .isBetween(400, 404);
      assertThat(
              as(account)
                  .send("POST", TASKS + "/" + task + "/claim", "{\"userId\":\"" + account + "\"}")
                  .statusCode())
          .as(account)
          .isBetween(400, 404);
    }
    assertThat(tasks.createTaskQuery().taskId(task).singleResult().getAssignee()).isNull();
  }

  @Test
  void whatACandidateMayNotDoToHisTask() {
    Rest secretary = as("secretaire");
    String path = TASKS + "/" + task;
    String variable = "{\"value\":\"x\"}";
    assertThat(secretary.send("PUT", path + "/variables/regime", variable).statusCode())
        .isEqualTo(403);
    assertThat(secretary.send("PUT", path, "{\"name\":\"x\"}").statusCode()).isEqualTo(403);
    assertThat(secretary.send("DELETE", path, null).statusCode()).isEqualTo(403);
    assertThat(
            secretary
                .send("POST", path + "/assignee", "{\"userId\":\"coordinateur\"}")
                .statusCode())
        .isEqualTo(403);
    assertThat(
            secretary.send("POST", path + "/claim", "{\"userId\":\"coordinateur\"}").statusCode())
        .isEqualTo(403);
    assertThat(tasks.createTaskQuery().taskId(task).singleResult().getAssignee()).isNull();
  }

  @Test
  void theAuditorReadsInstancesAndTheirHistoryWithoutChangingAnything() {
    String instance = tasks.createTaskQuery().taskId(task).singleResult().getProcessInstanceId();
    assertThat(as("auditeur").get("/engine-rest/process-instance/" + instance).path("id").asText())
        .isEqualTo(instance);
    assertThat(as("auditeur").get("/engine-rest/history/process-instance/" + instance))
        .isNotEmpty();
    assertThat(
            as("auditeur")
                .send("DELETE", "/engine-rest/process-instance/" + instance, null)
                .statusCode())
        .isEqualTo(403);
    assertThat(
            as("secretaire")
                .send("GET", "/engine-rest/history/process-instance/" + instance, null)
                .statusCode())
        .isEqualTo(404);
  }

  @Test
  void aProcessIsStartedByTheRoleItBelongsTo() {
    assertThat(startable("region")).contains("Selection").doesNotContain("MunicipalProfile");
    assertThat(startable("coordinateur")).doesNotContain("Selection");
    assertThat(startable("coordinateur")).contains("MunicipalProfile");
    assertThat(startable("secretaire")).isEqualTo("[]");
    String start = "/engine-rest/process-definition/key/Selection/submit-form";
    // The Region is told what its form lacks; a municipality may not even try.
    var incomplete = as("region").send("POST", start, "{\"variables\":{}}");
    assertThat(incomplete.statusCode()).isEqualTo(400);
    assertThat(Rest.json(incomplete).path("type").asText()).isEqualTo("Refusal");
    assertThat(as("coordinateur").send("POST", start, "{\"variables\":{}}").statusCode())
        .isEqualTo(403);
  }

  @Test
  void theEngineItselfRefusesWhatTheDoorsWouldLetThrough() {
    identities.setAuthentication("secretaire", java.util.List.of("council-secretary-21009"));
    try {
      assertThat(runtime.createProcessInstanceQuery().count()).isZero();
      assertThat(tasks.createTaskQuery().taskId(task).count()).isEqualTo(1);
      org.assertj.core.api.Assertions.assertThatThrownBy(
              () -> tasks.setVariable(task, "regime", "autre"))
          .isInstanceOf(org.camunda.bpm.engine.AuthorizationException.class);
    } finally {
      identities.clearAuthentication();
    }
  }

  private String startable(String account) {
    return as(account)
        .get(
            "/engine-rest/process-definition?latestVersion=true&startableInTasklist=true"
                + "&startablePermissionCheck=true")
        .findValuesAsText("key")
        .toString();
  }

  private boolean sees(String account) {
    for (JsonNode seen : as(account).get(TASKS)) {
      if (task.equals(seen.path("id").asText())) {
        return true;
      }
    }
    return false;
  }

  private java.net.http.HttpResponse<String> submit(String account, String sent, String sitting) {
    return as(account)
        .send("POST", TASKS + "/" + task + "/submit-form", FORM.formatted(sent, sitting));
  }

  private Rest as(String account) {
    return new Rest(port, account, "fr");
  }
}
