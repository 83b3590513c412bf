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
import org.springframework.jdbc.core.simple.JdbcClient;

/** The two schemas of the database: the engine's and Trame's own, each with its own history. */
@Configuration(proxyBeanMethods = false)
class Schemas {

  private static final Set<MigrationState> UNKNOWN_TO_THIS_PROGRAM =
      Set.of(
          MigrationState.FUTURE_SUCCESS,
          MigrationState.FUTURE_FAILED,
          MigrationState.MISSING_SUCCESS,
          MigrationState.MISSING_FAILED);

  static final String MAY_NOT_CREATE =
      "L'utilisateur de la base de données n'a pas le droit de créer les schémas trame et camunda : exécutez « GRANT CREATE ON DATABASE ... TO ... » pour lui.";

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
   * @throws StartupFailure if the schema is newer than the program, or is not there and may not be
   *     created
   */
  static void migrate(Flyway flyway) {
    mayCreate(flyway.getConfiguration());
    Arrays.stream(flyway.info().applied())
        .filter(migration -> UNKNOWN_TO_THIS_PROGRAM.contains(migration.getState()))
        .findFirst()
        .ifPresent(migration -> refuse(flyway, migration));
    flyway.migrate();
  }

  /** Flyway would try ten times, a second apart. */
  private static void mayCreate(org.flywaydb.core.api.configuration.Configuration flyway) {
    boolean may =
        JdbcClient.create(flyway.getDataSource())
            .sql(
                "select to_regnamespace(?) is not null"
                    + " or has_database_privilege(current_database(), 'CREATE')")
            .param(flyway.getSchemas()[0])
            .query(Boolean.class)
            .single();
    if (!may) {
      throw new StartupFailure(MAY_NOT_CREATE);
    }
  }

  private static void refuse(Flyway flyway, MigrationInfo migration) {
    throw new StartupFailure(
        "La base de données est plus récente que ce programme (schéma %s, version %s) : démarrez"
                .formatted(flyway.getConfiguration().getSchemas()[0], migration.getVersion())
            + " la version de Trame qui l'a écrite, ou restaurez une sauvegarde antérieure.");
  }
}
