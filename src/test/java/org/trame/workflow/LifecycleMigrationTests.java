package org.trame.workflow;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.migration.MigrationPlan;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;
import org.trame.TrameTest;
import org.trame.programme.Programmes;

/** docs/adr/0002: a running lifecycle is moved to a corrected model by the engine's migration. */
@TrameTest
class LifecycleMigrationTests {

  private static final Path LIFECYCLE =
      Path.of("bpmn/regimes/contrat-de-quartier/ContratDeQuartier.bpmn");

  @Autowired Programmes programmes;
  @Autowired RepositoryService repository;
  @Autowired RuntimeService runtime;
  @Autowired ManagementService management;
  @Autowired TransactionTemplate transaction;

  @Test
  void aRunningLifecycleKeepsItsPhaseAndItsNineMonthsWhenItsModelIsCorrected() throws Exception {
    String programme =
        transaction.execute(
            t ->
                programmes.open(
                    "contrat-de-quartier", "Essai de migration", "21009", LocalDate.now()));
    ProcessInstance before = lifecycle(programme);
    Job nineMonths =
        management.createJobQuery().processInstanceId(before.getId()).timers().singleResult();
    String corrected =
        Files.readString(LIFECYCLE).replace("name=\"Contrat de quartier\"", "name=\"Corrigé\"");
    var deployment =
        repository
            .createDeployment()
            .addInputStream(
                "ContratDeQuartier.bpmn",
                new ByteArrayInputStream(corrected.getBytes(StandardCharsets.UTF_8)))
            .deployWithResult();
    try {
      ProcessDefinition target = deployment.getDeployedProcessDefinitions().get(0);
      MigrationPlan plan =
          runtime
              .createMigrationPlan(before.getProcessDefinitionId(), target.getId())
              .mapEqualActivities()
              .build();
      runtime.newMigration(plan).processInstanceIds(before.getId()).execute();

      assertThat(lifecycle(programme).getProcessDefinitionId()).isEqualTo(target.getId());
      assertThat(runtime.getActiveActivityIds(before.getId())).contains("Phase_Commission");
      assertThat(management.createJobQuery().processInstanceId(before.getId()).timers().list())
          .extracting(Job::getDuedate)
          .isEqualTo(List.of(nineMonths.getDuedate()));
    } finally {
      // Other tests start the first version again.
      repository.deleteDeployment(deployment.getId(), true);
    }
  }

  private ProcessInstance lifecycle(String programme) {
    return runtime
        .createProcessInstanceQuery()
        .processInstanceBusinessKey(programme, "ContratDeQuartier")
        .singleResult();
  }
}
