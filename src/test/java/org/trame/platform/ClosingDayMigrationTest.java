package org.trame.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** Days of every year that people typed become days with a year. */
class ClosingDayMigrationTest {

  @Test
  void typedDaysBecomeDaysOfTheYearOfTheConfirmationAndTheNext() {
    EmbeddedDatabase.Access access = EmbeddedDatabase.throwAway(Path.of(".trame"));
    var source = new DriverManagerDataSource(access.url(), access.user(), access.password());
    FluentConfiguration migrations =
        Flyway.configure().dataSource(source).schemas("trame").locations("classpath:db/migration");
    migrations.target("116").load().migrate();
    JdbcClient jdbc = JdbcClient.create(source);
    jdbc.sql(
            "insert into trame.municipality values ('1', 'A', 'A', 'BRUSSELS', 1, 2020, '1'),"
                + " ('2', 'B', 'B', 'BRUSSELS', 1, 2020, '2')")
        .update();
    jdbc.sql(
            "insert into trame.municipal_profile values ('1', 25, 'a@b.be', '24/12, 29/2, 2/1',"
                + " '2027-05-01', 'x'), ('2', 25, 'a@b.be', '', '2027-05-01', 'x')")
        .update();
    migrations.target("117").load().migrate();
    assertThat(
            jdbc.sql("select nis || ' ' || day || ' ' || name from trame.closing_day order by 1")
                .query(String.class)
                .list())
        .isEqualTo(
            List.of(
                "1 2027-01-02 Jour de fermeture",
                "1 2027-12-24 Jour de fermeture",
                "1 2028-01-02 Jour de fermeture",
                "1 2028-02-29 Jour de fermeture",
                "1 2028-12-24 Jour de fermeture"));
  }
}
