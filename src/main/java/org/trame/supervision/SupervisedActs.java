package org.trame.supervision;

import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.trame.deadline.Assent;
import org.trame.deadline.Clocks;
import org.trame.deadline.LegalClock;
import org.trame.regime.Rule;

/** The acts municipalities sent to the Government. */
@Component
@Transactional(readOnly = true)
public class SupervisedActs {

  private final JdbcClient jdbc;
  private final Clocks clocks;
  private final Clock time;

  SupervisedActs(JdbcClient jdbc, Clocks clocks, Clock time) {
    this.jdbc = jdbc;
    this.clocks = clocks;
    this.time = time;
  }

  /** The acts of a programme, oldest first. */
  public List<SupervisedAct> of(String programme) {
    Map<Long, LegalClock> ofProgramme =
        clocks.of(programme).stream()
            .collect(Collectors.toMap(LegalClock::id, Function.identity()));
    return jdbc.sql("select * from trame.supervised_act where programme = ? order by number")
        .param(programme)
        .query((row, n) -> read(row, ofProgramme))
        .list();
  }

  /** Those that await an answer. */
  public List<SupervisedAct> awaited(String programme) {
    return of(programme).stream().filter(SupervisedAct::awaited).toList();
  }

  /**
   * One act.
   *
   * @throws java.util.NoSuchElementException if there is none with this id
   */
  public SupervisedAct get(long id) {
    String programme =
        jdbc.sql("select programme from trame.supervised_act where id = ?")
            .param(id)
            .query(String.class)
            .optional()
            .orElseThrow();
    return of(programme).stream().filter(a -> a.id() == id).findFirst().orElseThrow();
  }

  /** One act; who else answers it waits until the end of the transaction. */
  @Transactional
  SupervisedAct locked(long id) {
    jdbc.sql("select id from trame.supervised_act where id = ? for update")
        .param(id)
        .query(Long.class)
        .single();
    return get(id);
  }

  /** Writes down an act that was sent; returns its id. */
  @Transactional
  long insert(String programme, TransmitAct input, Rule rule, LocalDate transmitBy) {
    return jdbc.sql(
            "insert into trame.supervised_act (programme, number, kind, step, source, source_nl,"
                + " title, reference, resolution_on, received_on, receipt, transmit_by) select"
                + " :programme, count(*) + 1, :kind, :step, :source, :sourceNl, :title,"
                + " :reference, :resolutionOn, :receivedOn, :receipt, :transmitBy from"
                + " trame.supervised_act where programme = :programme returning id")
        .param("programme", programme)
        .param("kind", input.kind().name())
        .param("step", rule.string("step"))
        .param("source", rule.source())
        .param("sourceNl", rule.string("sourceNl"))
        .param("title", input.title())
        .param("reference", input.reference())
        .param("resolutionOn", Date.valueOf(input.resolutionOn()))
        .param("receivedOn", Date.valueOf(input.receivedOn()))
        .param("receipt", input.receipt())
        .param("transmitBy", Date.valueOf(transmitBy))
        .query(Long.class)
        .single();
  }

  @Transactional
  void timedBy(long id, LegalClock clock) {
    jdbc.sql("update trame.supervised_act set clock = ? where id = ?")
        .params(clock.id(), id)
        .update();
  }

  @Transactional
  void proposed(long id, ExamineAct input, String by) {
    jdbc.sql(
            "update trame.supervised_act set proposal = ?, proposal_motives = ?, proposed_by = ?"
                + " where id = ?")
        .params(input.proposal().name(), input.proposalMotives(), by, id)
        .update();
  }

  @Transactional
  void extended(long id, DecideAct input) {
    jdbc.sql(
            "update trame.supervised_act set extended_on = ?, extension_decree = ?,"
                + " extension_motives = ? where id = ?")
        .params(Date.valueOf(input.sentOn()), input.decree(), input.decisionMotives(), id)
        .update();
  }

  @Transactional
  void decided(long id, Assent assent, DecideAct input, String by) {
    jdbc.sql(
            "update trame.supervised_act set assent = ?, decided_on = ?, decided_by = ?, decree ="
                + " ?, motives = ? where id = ?")
        .params(
            assent.name(),
            Date.valueOf(input.sentOn()),
            by,
            input.decree(),
            input.decisionMotives(),
            id)
        .update();
  }

  @Transactional
  void deemedApproved(long id, LocalDate on) {
    jdbc.sql("update trame.supervised_act set assent = 'TACIT', decided_on = ? where id = ?")
        .params(Date.valueOf(on), id)
        .update();
  }

  /** The silence was none: a decree had been sent in time. */
  @Transactional
  void putRight(long id, Assent assent, RecordDecree input, String by) {
    jdbc.sql(
            "update trame.supervised_act set assent = ?, decided_on = ?, decided_by = ?, decree ="
                + " ?, motives = ?, put_right_on = ?, sending_proof = ? where id = ?")
        .params(
            assent.name(),
            Date.valueOf(input.sentOn()),
            by,
            input.decree(),
            input.decisionMotives(),
            Date.valueOf(LocalDate.now(time)),
            input.sendingProof(),
            id)
        .update();
  }

  private static SupervisedAct read(ResultSet row, Map<Long, LegalClock> clocks)
      throws SQLException {
    Long clock = (Long) row.getObject("clock");
    String proposal = row.getString("proposal");
    String assent = row.getString("assent");
    return new SupervisedAct(
        row.getLong("id"),
        row.getString("programme"),
        row.getInt("number"),
        ActKind.valueOf(row.getString("kind")),
        row.getString("step"),
        row.getString("source"),
        row.getString("source_nl"),
        row.getString("title"),
        row.getString("reference"),
        row.getDate("resolution_on").toLocalDate(),
        row.getDate("received_on").toLocalDate(),
        row.getString("receipt"),
        row.getDate("transmit_by").toLocalDate(),
        clock,
        clock == null ? null : clocks.get(clock).dueOn(),
        proposal == null ? null : ActDecision.valueOf(proposal),
        row.getString("proposal_motives"),
        row.getString("proposed_by"),
        day(row, "extended_on"),
        row.getString("extension_motives"),
        assent == null ? null : Assent.valueOf(assent),
        day(row, "decided_on"),
        row.getString("decided_by"),
        row.getString("decree"),
        row.getString("motives"),
        day(row, "put_right_on"),
        row.getString("sending_proof"));
  }

  private static LocalDate day(ResultSet row, String column) throws SQLException {
    Date date = row.getDate(column);
    return date == null ? null : date.toLocalDate();
  }
}
