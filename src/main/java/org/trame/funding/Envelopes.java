package org.trame.funding;

import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.trame.ledger.Ledger;
import org.trame.programme.BudgetCeilings;
import org.trame.programme.BudgetSource;

/** The envelopes of all programmes. */
@Component
@Transactional
public class Envelopes implements BudgetCeilings {

  private final JdbcClient jdbc;
  private final Ledger ledger;

  Envelopes(JdbcClient jdbc, Ledger ledger) {
    this.jdbc = jdbc;
    this.ledger = ledger;
  }

  /** Sets the envelope of a programme, once: a second time changes nothing. */
  public void grant(Envelope envelope) {
    int granted =
        jdbc.sql(
                "insert into trame.envelope (programme, round, year, regional, federal, municipal)"
                    + " values (?, ?, ?, ?, ?, ?) on conflict (programme) do nothing")
            .params(
                envelope.programme(),
                envelope.round(),
                envelope.year(),
                envelope.regional(),
                envelope.federal(),
                envelope.municipal())
            .update();
    if (granted > 0) {
      ledger.record(
          envelope.programme(),
          "envelope-granted",
          Map.of(
              "regional", envelope.regional().toPlainString(),
              "federal", envelope.federal().toPlainString(),
              "municipal", envelope.municipal().toPlainString(),
              "round", envelope.round()));
    }
  }

  /** The envelope of a programme, if it is set. */
  @Transactional(readOnly = true)
  public Optional<Envelope> find(String programme) {
    return jdbc.sql("select * from trame.envelope where programme = ?")
        .param(programme)
        .query(
            (row, n) ->
                new Envelope(
                    row.getString("programme"),
                    row.getString("round"),
                    row.getInt("year"),
                    row.getBigDecimal("regional"),
                    row.getBigDecimal("federal"),
                    row.getBigDecimal("municipal")))
        .optional();
  }

  @Override
  @Transactional(readOnly = true)
  public Map<BudgetSource, BigDecimal> of(String programme) {
    return find(programme)
        .map(
            e ->
                Map.of(
                    BudgetSource.REGION, e.regional(),
                    BudgetSource.FEDERAL, e.federal(),
                    BudgetSource.MUNICIPALITY, e.municipal()))
        .orElse(Map.of());
  }
}
