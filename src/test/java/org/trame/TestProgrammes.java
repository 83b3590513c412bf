package org.trame;

import java.sql.Date;
import java.time.Clock;
import java.time.LocalDate;
import java.util.UUID;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Programmes for tests of one phase: a row without a running lifecycle. */
@TestComponent
public class TestProgrammes {

  private final JdbcClient jdbc;
  private final Clock time;

  TestProgrammes(JdbcClient jdbc, Clock time) {
    this.jdbc = jdbc;
    this.time = time;
  }

  /** A running programme of this municipality under the contrat de quartier; returns its id. */
  public String bare(String name, String nis) {
    String id = "test-" + UUID.randomUUID();
    jdbc.sql(
            "insert into trame.programme (id, name, regime, regime_version, nis, phase,"
                + " phase_since, state, notified_on) values (?, ?, 'contrat-de-quartier',"
                + " '1993-2000', ?, '', ?, 'RUNNING', ?)")
        .params(id, name, nis, today(), today())
        .update();
    return id;
  }

  private Date today() {
    return Date.valueOf(LocalDate.now(time));
  }
}
