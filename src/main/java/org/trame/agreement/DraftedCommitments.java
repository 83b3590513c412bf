package org.trame.agreement;

import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The table of what is promised in the texts of agreements. */
@Component
class DraftedCommitments {

  /** Its columns besides agreement and version. */
  static final String COLUMNS =
      "code, clause, author, beneficiary, promise, first_due, recurrence, last_due, notice_days,"
          + " evidence";

  private final JdbcClient jdbc;

  DraftedCommitments(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  List<DraftedCommitment> of(AgreementVersion version) {
    return jdbc.sql(
            "select * from trame.agreement_commitment where agreement = ? and version = ? order by"
                + " length(code), code")
        .params(version.agreement(), version.number())
        .query((row, n) -> read(row))
        .list();
  }

  void put(AgreementVersion version, DraftedCommitment c) {
    jdbc.sql(
            "insert into trame.agreement_commitment (agreement, version, "
                + COLUMNS
                + ") values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) on conflict (agreement, version,"
                + " code) do update set clause = excluded.clause, author = excluded.author,"
                + " beneficiary = excluded.beneficiary, promise = excluded.promise, first_due ="
                + " excluded.first_due, recurrence = excluded.recurrence, last_due ="
                + " excluded.last_due, notice_days = excluded.notice_days, evidence ="
                + " excluded.evidence")
        .params(
            Arrays.asList(
                version.agreement(),
                version.number(),
                c.code(),
                c.clause(),
                c.author(),
                c.beneficiary(),
                c.promise(),
                Date.valueOf(c.firstDue()),
                c.recurrence().name(),
                c.lastDue() == null ? null : Date.valueOf(c.lastDue()),
                c.noticeDays(),
                c.evidence()))
        .update();
  }

  void remove(AgreementVersion version, String code) {
    jdbc.sql(
            "delete from trame.agreement_commitment where agreement = ? and version = ? and code ="
                + " ?")
        .params(version.agreement(), version.number(), code)
        .update();
  }

  private static DraftedCommitment read(ResultSet row) throws SQLException {
    return new DraftedCommitment(
        row.getString("code"),
        row.getInt("clause"),
        row.getLong("author"),
        row.getLong("beneficiary"),
        row.getString("promise"),
        row.getDate("first_due").toLocalDate(),
        Recurrence.valueOf(row.getString("recurrence")),
        Rows.day(row, "last_due"),
        row.getInt("notice_days"),
        row.getString("evidence"));
  }
}
