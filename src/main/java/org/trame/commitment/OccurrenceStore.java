package org.trame.commitment;

import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The due dates of commitments. */
@Component
class OccurrenceStore {

  private final JdbcClient jdbc;

  OccurrenceStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  Optional<Occurrence> find(long id) {
    return jdbc.sql("select * from trame.commitment_occurrence where id = ?")
        .param(id)
        .query(OccurrenceStore::occurrence)
        .optional();
  }

  /** Those of these commitments, by due date. */
  List<Occurrence> of(Collection<Long> commitments) {
    return commitments.isEmpty()
        ? List.of()
        : jdbc.sql(
                "select * from trame.commitment_occurrence where commitment in (:ids) order by"
                    + " commitment, due_on, id")
            .param("ids", commitments)
            .query(OccurrenceStore::occurrence)
            .list();
  }

  List<Occurrence> of(long commitment) {
    return of(List.of(commitment));
  }

  /** The commitment in whose evidence a document is, if it is evidence. */
  Optional<Long> ofDocument(UUID document) {
    return jdbc.sql(
            "select commitment from trame.commitment_occurrence where document = :it or"
                + " answer_document = :it limit 1")
        .param("it", document)
        .query(Long.class)
        .optional();
  }

  long insert(Commitment commitment, LocalDate dueOn) {
    return jdbc.sql(
            "insert into trame.commitment_occurrence (commitment, terms, due_on, state) values (?,"
                + " ?, ?, 'TO_COME') returning id")
        .params(commitment.id(), commitment.terms().number(), Date.valueOf(dueOn))
        .query(Long.class)
        .single();
  }

  void due(long id, LocalDate today, LocalDate graceUntil) {
    jdbc.sql(
            "update trame.commitment_occurrence set state = 'DUE', opened_on = ?, grace_until = ?"
                + " where id = ?")
        .params(Date.valueOf(today), Date.valueOf(graceUntil), id)
        .update();
  }

  void declared(long id, Occurrence.Declaration d) {
    jdbc.sql(
            "update trame.commitment_occurrence set state = 'DECLARED', declared_on = ?,"
                + " declared_by = ?, done_on = ?, done_words = ?, document = ? where id = ?")
        .params(
            Arrays.asList(
                Date.valueOf(d.on()),
                d.by(),
                Date.valueOf(d.doneOn()),
                d.words(),
                d.document(),
                id))
        .update();
  }

  void contested(long id, LocalDate on, String by, String reason) {
    jdbc.sql(
            "update trame.commitment_occurrence set contested_on = ?, contested_by = ?,"
                + " contest_reason = ? where id = ?")
        .params(Date.valueOf(on), by, reason, id)
        .update();
  }

  void answered(long id, LocalDate on, String by, AnswerContest answer) {
    jdbc.sql(
            "update trame.commitment_occurrence set answered_on = ?, answered_by = ?, answer_words"
                + " = ?, answer_document = ? where id = ?")
        .params(Arrays.asList(Date.valueOf(on), by, answer.answerWords(), answer.answerFile(), id))
        .update();
  }

  void kept(long id, Occurrence.State state, LocalDate on, String by) {
    jdbc.sql(
            "update trame.commitment_occurrence set state = ?, settled_on = ?, settled_by = ? where"
                + " id = ?")
        .params(state.name(), Date.valueOf(on), by, id)
        .update();
  }

  /**
   * It is broken.
   *
   * @param by account that says so, or null if a time limit is over
   * @param words in whose words, or null
   */
  void broken(long id, Occurrence.BrokenWhy why, LocalDate on, String by, String words) {
    jdbc.sql(
            "update trame.commitment_occurrence set state = 'BROKEN', broken_why = ?, settled_on ="
                + " ?, settled_by = ?, settled_words = ? where id = ?")
        .params(Arrays.asList(why.name(), Date.valueOf(on), by, words, id))
        .update();
  }

  void notNeeded(long id, Occurrence.NotNeededWhy why) {
    jdbc.sql(
            "update trame.commitment_occurrence set state = 'NOT_NEEDED', not_needed_why = ? where"
                + " id = ?")
        .params(why.name(), id)
        .update();
  }

  /** Nobody was asked yet and other dates were agreed on: it never was. */
  void remove(long id) {
    jdbc.sql("delete from trame.commitment_occurrence where id = ?").param(id).update();
  }

  private static Occurrence occurrence(ResultSet row, int n) throws SQLException {
    LocalDate declared = CommitmentStore.day(row, "declared_on");
    LocalDate contested = CommitmentStore.day(row, "contested_on");
    String broken = row.getString("broken_why");
    String notNeeded = row.getString("not_needed_why");
    return new Occurrence(
        row.getLong("id"),
        row.getLong("commitment"),
        row.getDate("due_on").toLocalDate(),
        Occurrence.State.valueOf(row.getString("state")),
        CommitmentStore.day(row, "opened_on"),
        CommitmentStore.day(row, "grace_until"),
        declared == null
            ? null
            : new Occurrence.Declaration(
                declared,
                row.getString("declared_by"),
                row.getDate("done_on").toLocalDate(),
                row.getString("done_words"),
                row.getObject("document", UUID.class)),
        contested == null
            ? null
            : new Occurrence.Contest(
                contested,
                row.getString("contest_reason"),
                CommitmentStore.day(row, "answered_on"),
                row.getString("answer_words"),
                row.getObject("answer_document", UUID.class)),
        CommitmentStore.day(row, "settled_on"),
        row.getString("settled_by"),
        row.getString("settled_words"),
        broken == null ? null : Occurrence.BrokenWhy.valueOf(broken),
        notNeeded == null ? null : Occurrence.NotNeededWhy.valueOf(notNeeded));
  }
}
