package org.trame.deadline;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.trame.TrameTest;
import org.trame.calendar.Step;
import org.trame.platform.EmptyDatabase;
import org.trame.workflow.TrameClock;

/** Clocks that were running before clocks kept their rule go on. */
@TrameTest
class ClockMigrationTests {

  @Autowired ObjectMapper json;
  @Autowired TrameClock time;
  @Autowired Reckoning reckoning;

  private DataSource before;
  private JdbcClient old;

  @BeforeEach
  void aDatabaseOfBefore() {
    before = EmptyDatabase.create();
    old = JdbcClient.create(before);
    flyway("100").migrate();
  }

  private Flyway flyway(String target) {
    return Flyway.configure()
        .dataSource(before)
        .schemas("trame")
        .locations("classpath:db/migration")
        .target(target)
        .load();
  }

  private void clock(String step, String started, String due, String state, String suspended) {
    old.sql(
            "insert into trame.legal_clock (subject, step, occurrence, started_on, due_on, state,"
                + " suspended_on, escalate_to, source) values ('p', ?, '', ?::date, ?::date, ?,"
                + " ?::date, 'alderman', 'Ordonnance')")
        .params(step, started, due, state, suspended)
        .update();
  }

  @Test
  void theyKeepTheirDayAndRunOn() {
    old.sql(
            "insert into trame.municipality (nis, name, dutch_name, region, inhabitants, year,"
                + " postal_code) values ('21009', 'Ixelles', 'Elsene', 'BRUSSELS', 87632, 2020,"
                + " '1050')")
        .update();
    old.sql(
            "insert into trame.programme (id, name, regime, regime_version, nis, phase,"
                + " phase_since, state, notified_on) values ('p', 'P', 'contrat-de-quartier', '1',"
                + " '21009', '', '2026-01-01', 'RUNNING', '2026-01-01')")
        .update();
    clock("elaboration", "2026-01-05", "2026-10-05", "RUNNING", null);
    clock("regional-approval", "2026-03-04", "2026-05-04", "SUSPENDED", "2026-03-16");
    clock("council-vote", "2026-06-01", "2026-06-01", "MET", null);
    flyway("101").migrate();

    ClockStore store = new ClockStore(old, json, time);
    List<LegalClock> clocks = store.find("c.subject = ?", "p");
    assertThat(clocks)
        .extracting(LegalClock::step, c -> c.dueOn().toString(), LegalClock::regime)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple("elaboration", "2026-10-05", "contrat-de-quartier"),
            org.assertj.core.groups.Tuple.tuple(
                "regional-approval", "2026-05-04", "contrat-de-quartier"),
            org.assertj.core.groups.Tuple.tuple(
                "council-vote", "2026-06-01", "contrat-de-quartier"));
    assertThat(clocks)
        .allSatisfy(
            c -> {
              assertThat(c.source()).isEqualTo("Ordonnance");
              assertThat(c.limit().ladder()).containsExactly(new TimeLimit.Rung(0, "alderman"));
              assertThat(c.computed().steps().get(0).kind()).isEqualTo(Step.Kind.EVENT);
              // Counted anew, each ends on the day it had.
              assertThat(reckoning.again(c).due()).isEqualTo(c.dueOn());
            });

    LegalClock suspended = clocks.get(1);
    assertThat(suspended.suspendedBy()).isEqualTo("remarks-sent");
    store.happened(
        suspended.id(),
        ClockEvent.Kind.RESUMED,
        LocalDate.parse("2026-03-26"),
        suspended.suspendedBy(),
        null,
        "");
    // Ten days more than the day it had.
    assertThat(reckoning.again(store.get(suspended.id())).due()).isEqualTo("2026-05-14");
  }

  @Test
  void everyMigrationAppliesToADatabaseOfBefore() {
    flyway("latest").migrate();
    assertThat(
            old.sql(
                    "select data_type from information_schema.columns where table_schema = 'trame'"
                        + " and table_name = 'legal_clock' and column_name = 'rule'")
                .query(String.class)
                .single())
        .isEqualTo("jsonb");
    assertThat(Map.of("pending", flyway("latest").info().pending().length))
        .containsEntry("pending", 0);
  }
}
