package org.trame.tasklist;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import org.camunda.bpm.engine.TaskService;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.trame.Rest;
import org.trame.TestProgrammes;
import org.trame.TrameTest;
import org.trame.workflow.Workflows;

/** What the engine's interface says, in the reader's language. */
@TrameTest
class EngineAnswersTests {

  @LocalServerPort int port;
  @Autowired TestProgrammes programmes;
  @Autowired Workflows workflows;
  @Autowired TaskService tasks;

  private String programme;
  private String task;

  @BeforeEach
  void commissionIsSetUp() {
    programme = programmes.bare("Quartier des noms", "21009");
    workflows.start("CommissionSetUp", programme, Map.of("regime", "contrat-de-quartier"));
    task = tasks.createTaskQuery().processInstanceBusinessKey(programme).list().get(0).getId();
  }

  @Test
  void aTaskIsCalledByItsNameInTheLanguageAndItsProgramme() {
    assertThat(french().get("/engine-rest/task/" + task).path("name").asText())
        .isEqualTo("Proposer les membres de la commission – Quartier des noms");
    assertThat(dutch().get("/engine-rest/task/" + task).path("name").asText())
        .isEqualTo("De leden van de commissie voordragen – Quartier des noms");
  }

  @Test
  void aListNamesEachTask() {
    for (JsonNode seen : dutch().get("/engine-rest/task")) {
      assertThat(seen.path("name").asText()).contains(" – ");
    }
  }

  @Test
  void theFormIsInDutchAndShowsTheWorksheet() {
    JsonNode form = dutch().get("/engine-rest/task/" + task + "/deployed-form");
    String summary = "";
    for (JsonNode component : form.path("components")) {
      if ("worksheet".equals(component.path("id").asText())) {
        summary = component.path("text").asText();
      }
    }
    assertThat(summary)
        .contains("](/work/" + programme + "/Task_NominateMembers)")
        .contains("Het werkblad openen")
        .contains("⚠");
  }

  @Test
  void theListsOfTasklistAreSharedAndTranslated() {
    assertThat(french().get("/engine-rest/filter").findValuesAsText("name"))
        .contains("Mes tâches", "À faire par mon groupe", "En retard", "Cette semaine");
    JsonNode lists = dutch().get("/engine-rest/filter");
    assertThat(lists.findValuesAsText("name")).contains("Mijn taken", "Te laat");
    for (JsonNode list : lists) {
      int status =
          french()
              .send("GET", "/engine-rest/filter/" + list.path("id").asText() + "/list", null)
              .statusCode();
      assertThat(status).as(list.path("name").asText()).isEqualTo(200);
    }
  }

  @Test
  void groupsAreNamedInTheLanguage() {
    assertThat(dutch().get("/engine-rest/group").findValuesAsText("name"))
        .contains("Gemeentelijk coördinator – Elsene");
    assertThat(french().get("/engine-rest/group").findValuesAsText("name"))
        .contains("Coordinateur communal – Ixelles");
  }

  @Test
  void anErrorOfTheEngineIsASentence() {
    var french = french().send("GET", "/engine-rest/task/nowhere", null);
    assertThat(french.statusCode()).isEqualTo(404);
    assertThat(Rest.json(french).path("message").asText()).startsWith("Cette tâche n’existe plus");
    var dutch =
        dutch().send("POST", "/engine-rest/task/nowhere/claim", "{\"userId\":\"habitant\"}");
    assertThat(Rest.json(dutch).path("message").asText())
        .isEqualTo("Uw account laat deze bewerking niet toe.");
  }

  private Rest french() {
    return new Rest(port, "coordinateur", "fr");
  }

  private Rest dutch() {
    return new Rest(port, "coordinateur", "nl");
  }
}
