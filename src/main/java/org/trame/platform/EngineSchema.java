package org.trame.platform;

import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.springframework.beans.factory.InitializingBean;

/** Creates and upgrades the process engine's tables before the engine exists. */
final class EngineSchema implements InitializingBean {

  private final DataSource dataSource;

  EngineSchema(DataSource dataSource) {
    this.dataSource = dataSource;
  }

  @Override
  public void afterPropertiesSet() {
    Schemas.migrate(
        Flyway.configure()
            .dataSource(dataSource)
            .schemas("camunda")
            .locations(new String[0])
            .javaMigrations(new V7_24_0__Create_engine_tables())
            .load());
  }
}
