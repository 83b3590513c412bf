package org.trame.commitment;

import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.trame.agreement.Recurrence;

/** The changes of commitments that were proposed. */
@Component
class ChangeStore {

  private final JdbcClient jdbc;

  ChangeStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  Optional<Change> find(long id) {
    return jdbc.sql("select * from trame.commitment_change where id = ?")
        .param(id)
        .query(ChangeStore::change)
        .optional();
  }

  /** Those of these commitments, oldest first. */
  List<Change> of(Collection<Long> commitments) {
    return commitments.isEmpty()
        ? List.of()
        : jdbc.sql("select * from trame.commitment_change where commitment in (:ids) order by id")
            .param("ids", commitments)
            .query(ChangeStore::change)
            .list();
  }

  /** The one that waits for an answer, if one does. */
  Optional<Change> open(long commitment) {
    return of(List.of(commitment)).stream()
        .filter(c -> c.state() == Change.State.PROPOSED)
        .findFirst();
  }

  long insert(long commitment, LocalDate aboutDue, long party, String by, Terms to, String reason) {
    return jdbc.sql(
            "insert into trame.commitment_change (commitment, about_due, party, proposed_by,"
                + " proposed_on, next_due, recurrence, last_due, notice_days, evidence, reason,"
                + " state) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 'PROPOSED') returning id")
        .params(
            Arrays.asList(
                commitment,
                Date.valueOf(aboutDue),
                party,
                by,
                Date.valueOf(to.since()),
                Date.valueOf(to.firstDue()),
                to.recurrence().name(),
                to.lastDue() == null ? null : Date.valueOf(to.lastDue()),
                to.noticeDays(),
                to.evidence(),
                reason))
        .query(Long.class)
        .single();
  }

  /**
   * It is over.
   *
   * @param by account that answered, or null
   * @param reason why it was refused, or null
   * @param clock clock that proves the silence, or null
   */
  void over(long id, Change.State state, LocalDate on, String by, String reason, Long clock) {
    jdbc.sql(
            "update trame.commitment_change set state = ?, answered_on = ?, answered_by = ?,"
                + " answer_reason = ?, clock = ? where id = ?")
        .params(Arrays.asList(state.name(), Date.valueOf(on), by, reason, clock, id))
        .update();
  }

  private static Change change(ResultSet row, int n) throws SQLException {
    LocalDate proposed = row.getDate("proposed_on").toLocalDate();
    return new Change(
        row.getLong("id"),
        row.getLong("commitment"),
        row.getDate("about_due").toLocalDate(),
        row.getLong("party"),
        row.getString("proposed_by"),
        proposed,
        new Terms(
            0,
            proposed,
            row.getDate("next_due").toLocalDate(),
            Recurrence.valueOf(row.getString("recurrence")),
            CommitmentStore.day(row, "last_due"),
            row.getInt("notice_days"),
            row.getString("evidence")),
        row.getString("reason"),
        Change.State.valueOf(row.getString("state")),
        CommitmentStore.day(row, "answered_on"),
        row.getString("answer_reason"),
        row.getObject("clock", Long.class));
  }
}
