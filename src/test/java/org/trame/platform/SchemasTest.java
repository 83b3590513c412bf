package org.trame.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.TimeZone;
import org.camunda.bpm.engine.RepositoryService;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.client.TestRestTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.trame.TrameTest;

@TrameTest
class SchemasTest {

  @Autowired private JdbcClient database;
  @Autowired private RepositoryService models;
  @Autowired private TestRestTemplate http;

  @Test
  void theEngineHasItsOwnSchema() {
    assertThat(tablesIn("camunda")).contains("act_ru_task", "act_hi_procinst", "act_id_user");
    assertThat(tablesIn("trame"))
        .contains("flyway_schema_history")
        .noneMatch(t -> t.startsWith("act_"));
    assertThat(tablesIn("public")).isEmpty();
  }

  @Test
  void modelsAreNamedByTheirPlaceInTheProject() {
    assertThat(models.createProcessDefinitionQuery().list())
        .allSatisfy(model -> assertThat(model.getResourceName()).startsWith("bpmn/"));
  }

  @Test
  void datesAreBelgian() {
    assertThat(TimeZone.getDefault().getID()).isEqualTo("Europe/Brussels");
  }

  @Test
  void healthIsOpenAndKeepsItsDetails() {
    assertThat(http.getForObject("/actuator/health", String.class))
        .isEqualTo("{\"status\":\"UP\"}");
  }

  private java.util.List<String> tablesIn(String schema) {
    return database
        .sql("SELECT table_name FROM information_schema.tables WHERE table_schema = ?")
        .param(schema)
        .query(String.class)
        .list();
  }
}
