package org.trame.scenario;

import java.util.Set;
import javax.sql.DataSource;
import org.springframework.beans.factory.InitializingBean;
import org.springframework.boot.sql.init.dependency.AbstractBeansOfTypeDatabaseInitializerDetector;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.trame.platform.Terminal;

/**
 * A filling of the demonstration that was cut short begins again from nothing: before the schemas
 * are brought up to date, both are dropped. This can only meet what the filling itself wrote: it
 * begins in an empty database, and nobody is served before it has finished.
 */
@Component
class UnfinishedDemo implements InitializingBean {

  private final DataSource database;

  UnfinishedDemo(DataSource database) {
    this.database = database;
  }

  @Override
  public void afterPropertiesSet() {
    JdbcClient jdbc = JdbcClient.create(database);
    boolean marked =
        jdbc.sql("select to_regclass('trame.demo_filling') is not null")
            .query(Boolean.class)
            .single();
    if (marked
        && jdbc.sql("select exists (select 1 from trame.demo_filling where finished_at is null)")
            .query(Boolean.class)
            .single()) {
      Terminal.print(
          "Le remplissage de la démonstration avait été interrompu : il recommence à zéro.");
      jdbc.sql("drop schema if exists camunda cascade; drop schema trame cascade").update();
    }
  }

  /** Comes before whatever creates or upgrades a schema. */
  static final class Detector extends AbstractBeansOfTypeDatabaseInitializerDetector {
    @Override
    protected Set<Class<?>> getDatabaseInitializerBeanTypes() {
      return Set.of(UnfinishedDemo.class);
    }

    @Override
    public int getOrder() {
      return -1;
    }
  }
}
