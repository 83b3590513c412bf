package org.trame.agreement.mediation;

import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The table of mediations. */
@Component
class MediationStore {

  private final JdbcClient jdbc;

  MediationStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  void open(long agreement, int version, Mediation.Cause cause, LocalDate on) {
    jdbc.sql(
            "insert into trame.agreement_mediation (agreement, version, cause, opened_on) values"
                + " (?, ?, ?, ?)")
        .params(agreement, version, cause.name(), Date.valueOf(on))
        .update();
  }

  void name(long id, long mediator, String consent, LocalDate on) {
    jdbc.sql(
            "update trame.agreement_mediation set mediator = ?, consent = ?, named_on = ? where id"
                + " = ?")
        .params(mediator, consent, Date.valueOf(on), id)
        .update();
  }

  void close(
      long id, MediationOutcome outcome, String words, Long leaving, Long joined, LocalDate on) {
    jdbc.sql(
            "update trame.agreement_mediation set outcome = ?, words = ?, leaving = ?, joined = ?,"
                + " closed_on = ? where id = ?")
        .params(Arrays.asList(outcome.name(), words, leaving, joined, Date.valueOf(on), id))
        .update();
  }

  List<Mediation> of(long agreement) {
    return jdbc.sql(
            "select m.*, p.name, p.party, p.account from trame.agreement_mediation m left join"
                + " trame.party_person p on p.id = m.mediator where m.agreement = ? order by m.id")
        .param(agreement)
        .query(MediationStore::mediation)
        .list();
  }

  private static Mediation mediation(ResultSet row, int n) throws SQLException {
    String outcome = row.getString("outcome");
    return new Mediation(
        row.getLong("id"),
        row.getLong("agreement"),
        row.getInt("version"),
        Mediation.Cause.valueOf(row.getString("cause")),
        row.getObject("opened_on", LocalDate.class),
        row.getObject("mediator", Long.class),
        row.getString("name"),
        row.getObject("party", Long.class),
        row.getString("account"),
        row.getString("consent"),
        row.getObject("named_on", LocalDate.class),
        outcome == null ? null : MediationOutcome.valueOf(outcome),
        row.getString("words"),
        row.getObject("leaving", Long.class),
        row.getObject("joined", Long.class),
        row.getObject("closed_on", LocalDate.class));
  }
}
