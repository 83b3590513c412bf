package org.trame.platform;

import java.nio.file.Path;
import javax.sql.DataSource;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** A database of its own on the server of the tests, without any schema. */
public final class EmptyDatabase {

  private EmptyDatabase() {}

  /** Creates it; it disappears with the server. */
  public static DataSource create() {
    EmbeddedDatabase.Access access = EmbeddedDatabase.throwAway(Path.of(".trame"));
    return new DriverManagerDataSource(access.url(), access.user(), access.password());
  }
}
