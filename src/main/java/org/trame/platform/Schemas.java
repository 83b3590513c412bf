package org.trame.platform;

import java.util.Arrays;
import java.util.Set;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.MigrationState;
import org.springframework.boot.autoconfigure.flyway.FlywayMigrationStrategy;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The two schemas of the database: the engine's and Trame's own, each with its own history. */
@Configuration(proxyBeanMethods = false)
class Schemas {

  private static final Set<MigrationState> UNKNOWN_TO_THIS_PROGRAM =
      Set.of(
          MigrationState.FUTURE_SUCCESS,
          MigrationState.FUTURE_FAILED,
          MigrationState.MISSING_SUCCESS,
          MigrationState.MISSING_FAILED);

  @Bean
  EngineSchema engineSchema(DataSource dataSource) {
    return new EngineSchema(dataSource);
  }

  @Bean
  FlywayMigrationStrategy domainSchemaMigration() {
    return Schemas::migrate;
  }

  /**
   * Brings a schema to the version of this program.
   *
   * @throws StartupFailure if the schema is newer than the program
   */
  static void migrate(Flyway flyway) {
    Arrays.stream(flyway.info().applied())
        .filter(migration -> UNKNOWN_TO_THIS_PROGRAM.contains(migration.getState()))
        .findFirst()
        .ifPresent(migration -> refuse(flyway, migration));
    flyway.migrate();
  }

  private static void refuse(Flyway flyway, MigrationInfo migration) {
    throw new StartupFailure(
        "La base de données est plus récente que ce programme (schéma %s, version %s) : démarrez"
                .formatted(flyway.getConfiguration().getSchemas()[0], migration.getVersion())
            + " la version de Trame qui l'a écrite, ou restaurez une sauvegarde antérieure.");
  }
}
