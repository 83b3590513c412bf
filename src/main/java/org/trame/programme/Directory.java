package org.trame.programme;

import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvSchema;
import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import org.springframework.beans.factory.InitializingBean;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The directory of the 19 Brussels and 262 Walloon municipalities (Statbel figures of 2020),
 * brought up to date from the program's own file at each start.
 */
@Component
class Directory implements InitializingBean {

  private static final int YEAR = 2020;

  private final JdbcClient jdbc;
  private final TransactionTemplate transaction;

  Directory(JdbcClient jdbc, TransactionTemplate transaction) {
    this.jdbc = jdbc;
    this.transaction = transaction;
  }

  @Override
  public void afterPropertiesSet() {
    transaction.executeWithoutResult(t -> load());
  }

  private void load() {
    try (InputStream file =
            new ClassPathResource("data/municipalities-be-2020.csv").getInputStream();
        MappingIterator<Map<String, String>> rows =
            new CsvMapper()
                .readerForMapOf(String.class)
                .with(CsvSchema.emptySchema().withHeader())
                .readValues(file)) {
      rows.forEachRemaining(this::store);
    } catch (IOException e) {
      throw new IllegalStateException("The directory of municipalities is unreadable", e);
    }
  }

  private void store(Map<String, String> row) {
    jdbc.sql(
            "insert into trame.municipality (nis, name, dutch_name, region, inhabitants, year,"
                + " postal_code) values (?, ?, ?, ?, ?, ?, ?) on conflict (nis) do update set name ="
                + " excluded.name, dutch_name = excluded.dutch_name, region = excluded.region,"
                + " inhabitants = excluded.inhabitants, year = excluded.year, postal_code ="
                + " excluded.postal_code")
        .params(
            row.get("nis_code"),
            row.get("name_fr"),
            row.get("name_nl"),
            row.get("region"),
            Integer.valueOf(row.get("inhabitants_2020")),
            YEAR,
            row.get("postal_code"))
        .update();
  }
}
