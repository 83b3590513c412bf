package org.trame.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.io.FileSystemResource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.trame.TrameTest;

/**
 * Every scenario that is shipped plays to its end as it says; those of the demonstration are left
 * to {@link DemoFillingTests}.
 */
@TrameTest
class ScenariosTests {

  private static final LocalDate TODAY = LocalDate.of(2026, 11, 20);

  @Autowired Player player;
  @Autowired JdbcClient jdbc;
  @Autowired RuntimeService runtime;

  @TestFactory
  Stream<DynamicTest> everyScenarioGoesAsItSays() throws IOException {
    List<Path> files = files("scenarios");
    assertThat(files).hasSizeGreaterThanOrEqualTo(4);
    return files.stream().map(file -> DynamicTest.dynamicTest(file.toString(), () -> play(file)));
  }

  private static List<Path> files(String folder) throws IOException {
    try (Stream<Path> found = Files.list(Path.of(folder))) {
      return found.filter(f -> f.toString().endsWith(".yaml")).sorted().toList();
    }
  }

  /**
   * Each begins without organisations and with accounts that nobody has tried, as in the empty
   * database of "play".
   */
  private void withoutOrganisations() {
    for (ProcessInstance instance :
        runtime.createProcessInstanceQuery().rootProcessInstances().list()) {
      if (String.valueOf(instance.getBusinessKey())
          .matches("(party|agreement|commitment|payment)-\\d+")) {
        runtime.deleteProcessInstance(instance.getId(), "test", true);
      }
    }
    jdbc.sql("truncate trame.party cascade").update();
    jdbc.sql("update camunda.act_id_user set lock_exp_time_ = null, attempts_ = null").update();
  }

  private void play(Path file) {
    withoutOrganisations();
    Scenario scenario = ScenarioReader.read(new FileSystemResource(file));
    assertThat(player.play(scenario, Narration.silent(), TODAY).held()).isPositive();
  }
}
