package org.trame.platform;

import java.util.List;
import org.flywaydb.core.api.migration.BaseJavaMigration;
import org.flywaydb.core.api.migration.Context;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.datasource.init.ScriptUtils;

/** The engine's tables as its own jar creates them. Flyway reads the version from the name. */
final class V7_24_0__Create_engine_tables extends BaseJavaMigration {

  private static final List<String> PARTS =
      List.of(
          "engine",
          "history",
          "identity",
          "case.engine",
          "case.history",
          "decision.engine",
          "decision.history");

  @Override
  public void migrate(Context context) {
    for (String part : PARTS) {
      ScriptUtils.executeSqlScript(
          context.getConnection(),
          new ClassPathResource(
              "org/camunda/bpm/engine/db/create/activiti.postgres.create." + part + ".sql"));
    }
  }
}
