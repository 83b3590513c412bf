package org.trame.consultation;

import java.sql.Date;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.trame.ledger.Ledger;

/** The consultations of each programme: everything said in one is kept when another opens. */
@Component
@Transactional
public class Consultations {

  private final JdbcClient jdbc;
  private final Ledger ledger;
  private final Clock time;

  Consultations(JdbcClient jdbc, Ledger ledger, Clock time) {
    this.jdbc = jdbc;
    this.ledger = ledger;
    this.time = time;
  }

  /** The consultations, oldest first. */
  @Transactional(readOnly = true)
  public List<Round> of(String programme) {
    return jdbc.sql("select * from trame.consultation_round where programme = ? order by number")
        .param(programme)
        .query(
            (row, n) ->
                new Round(
                    row.getLong("id"),
                    row.getInt("number"),
                    row.getDate("opened_on").toLocalDate(),
                    row.getDate("closed_on") == null
                        ? null
                        : row.getDate("closed_on").toLocalDate()))
        .list();
  }

  /** The latest consultation; the commission works in it. */
  Round latest(String programme) {
    List<Round> all = of(programme);
    return all.get(all.size() - 1);
  }

  /** Opens a consultation. */
  public void open(String programme) {
    int number = of(programme).size() + 1;
    jdbc.sql("insert into trame.consultation_round (programme, number, opened_on) values (?, ?, ?)")
        .params(programme, number, Date.valueOf(LocalDate.now(time)))
        .update();
    ledger.record(programme, "consultation-opened", Map.of("round", number));
  }

  void close(String programme) {
    Round round = latest(programme);
    jdbc.sql("update trame.consultation_round set closed_on = ? where id = ?")
        .params(Date.valueOf(LocalDate.now(time)), round.id())
        .update();
    ledger.record(programme, "consultation-closed", Map.of("round", round.number()));
  }
}
