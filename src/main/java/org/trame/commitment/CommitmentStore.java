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
import org.trame.access.Role;
import org.trame.agreement.DraftedCommitment;
import org.trame.agreement.Recurrence;

/** The tables of commitments and of their terms. */
@Component
class CommitmentStore {

  private static final String SELECT =
      "select c.id, c.agreement, c.version, c.begun_on, c.ended_on, c.end_reason, c.code, d.clause,"
          + " d.author, d.beneficiary, d.promise, d.first_due, d.recurrence, d.last_due,"
          + " d.notice_days, d.evidence, t.number as t_number, t.since as t_since, t.first_due as"
          + " t_first_due, t.recurrence as t_recurrence, t.last_due as t_last_due, t.notice_days as"
          + " t_notice_days, t.evidence as t_evidence from trame.commitment c join"
          + " trame.agreement_commitment d on d.agreement = c.agreement and d.version = c.version"
          + " and d.code = c.code join lateral (select * from trame.commitment_terms t where"
          + " t.commitment = c.id order by t.number desc limit 1) t on true ";

  private final JdbcClient jdbc;

  CommitmentStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Whoever changes a commitment waits for whoever is changing it. */
  void lock(long id) {
    jdbc.sql("select id from trame.commitment where id = ? for no key update")
        .param(id)
        .query(Long.class)
        .single();
  }

  Optional<Commitment> find(long id) {
    return jdbc.sql(SELECT + "where c.id = ?")
        .param(id)
        .query(CommitmentStore::commitment)
        .optional();
  }

  List<Commitment> all(Collection<Long> ids) {
    return list("where c.id in (:ids) order by c.id", ids);
  }

  /** Those of these agreements, ended ones too, in the order of their codes. */
  List<Commitment> of(Collection<Long> agreements) {
    return list(
        "where c.agreement in (:ids) order by c.agreement, length(c.code), c.code, c.id",
        agreements);
  }

  /**
   * Those of running programmes that hold, in which one of these organisations is author or
   * beneficiary, or a municipality of whose coordinators' group these groups are one.
   */
  List<Commitment> mine(Collection<Long> parties, Collection<String> groups) {
    return jdbc.sql(
            SELECT
                + "join trame.agreement a on a.id = c.agreement join trame.programme p on p.id ="
                + " a.programme where p.state = 'RUNNING' and exists (select from trame.party o"
                + " where o.id in (d.author, d.beneficiary) and (o.id = any (:parties) or (o.kind ="
                + " 'MUNICIPALITY' and o.nis = p.nis and :role || o.nis = any (:groups)))) order by"
                + " c.id")
        .param("parties", parties.toArray(Long[]::new))
        .param("groups", groups.toArray(String[]::new))
        .param("role", Role.COORDINATOR.code() + "-")
        .query(CommitmentStore::commitment)
        .list();
  }

  private List<Commitment> list(String which, Collection<Long> ids) {
    return ids.isEmpty()
        ? List.of()
        : jdbc.sql(SELECT + which).param("ids", ids).query(CommitmentStore::commitment).list();
  }

  long insert(long agreement, int version, DraftedCommitment text, LocalDate begunOn) {
    long id =
        jdbc.sql(
                "insert into trame.commitment (agreement, version, code, begun_on) values (?, ?, ?,"
                    + " ?) returning id")
            .params(agreement, version, text.code(), Date.valueOf(begunOn))
            .query(Long.class)
            .single();
    addTerms(id, Terms.of(text, begunOn), null);
    return id;
  }

  void addTerms(long id, Terms terms, Long change) {
    jdbc.sql(
            "insert into trame.commitment_terms (commitment, number, since, first_due, recurrence,"
                + " last_due, notice_days, evidence, change) values (?, ?, ?, ?, ?, ?, ?, ?, ?)")
        .params(
            Arrays.asList(
                id,
                terms.number(),
                Date.valueOf(terms.since()),
                Date.valueOf(terms.firstDue()),
                terms.recurrence().name(),
                terms.lastDue() == null ? null : Date.valueOf(terms.lastDue()),
                terms.noticeDays(),
                terms.evidence(),
                change))
        .update();
  }

  /** Every terms a commitment had, oldest first. */
  List<Terms> terms(long id) {
    return jdbc.sql(
            "select number, since, first_due, recurrence, last_due, notice_days, evidence from"
                + " trame.commitment_terms where commitment = ? order by number")
        .param(id)
        .query((row, n) -> terms(row, ""))
        .list();
  }

  /** The text of another version says it now. */
  void moveTo(long id, int version) {
    jdbc.sql("update trame.commitment set version = ? where id = ?").params(version, id).update();
  }

  void end(long id, LocalDate on, Commitment.EndReason reason) {
    jdbc.sql("update trame.commitment set ended_on = ?, end_reason = ? where id = ?")
        .params(Date.valueOf(on), reason.name(), id)
        .update();
  }

  private static Commitment commitment(ResultSet row, int n) throws SQLException {
    String end = row.getString("end_reason");
    return new Commitment(
        row.getLong("id"),
        row.getLong("agreement"),
        row.getInt("version"),
        new DraftedCommitment(
            row.getString("code"),
            row.getInt("clause"),
            row.getLong("author"),
            row.getLong("beneficiary"),
            row.getString("promise"),
            row.getDate("first_due").toLocalDate(),
            Recurrence.valueOf(row.getString("recurrence")),
            day(row, "last_due"),
            row.getInt("notice_days"),
            row.getString("evidence")),
        terms(row, "t_"),
        row.getDate("begun_on").toLocalDate(),
        day(row, "ended_on"),
        end == null ? null : Commitment.EndReason.valueOf(end));
  }

  private static Terms terms(ResultSet row, String prefix) throws SQLException {
    return new Terms(
        row.getInt(prefix + "number"),
        row.getDate(prefix + "since").toLocalDate(),
        row.getDate(prefix + "first_due").toLocalDate(),
        Recurrence.valueOf(row.getString(prefix + "recurrence")),
        day(row, prefix + "last_due"),
        row.getInt(prefix + "notice_days"),
        row.getString(prefix + "evidence"));
  }

  static LocalDate day(ResultSet row, String column) throws SQLException {
    Date day = row.getDate(column);
    return day == null ? null : day.toLocalDate();
  }
}
