package org.trame.programme;

import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.trame.input.Check;
import org.trame.input.Refusal;
import org.trame.ledger.Ledger;
import org.trame.regime.Rule;

/** The changes of programmes that are being implemented, one at a time. */
@Component
@Transactional
public class Amendments {

  private final JdbcClient jdbc;
  private final Programmes programmes;
  private final Contents contents;
  private final Completeness completeness;
  private final List<ReworkReasons> reasons;
  private final Ledger ledger;
  private final ApplicationEventPublisher events;
  private final Clock time;

  Amendments(
      JdbcClient jdbc,
      Programmes programmes,
      Contents contents,
      Completeness completeness,
      List<ReworkReasons> reasons,
      Ledger ledger,
      ApplicationEventPublisher events,
      Clock time) {
    this.jdbc = jdbc;
    this.programmes = programmes;
    this.contents = contents;
    this.completeness = completeness;
    this.reasons = reasons;
    this.ledger = ledger;
    this.events = events;
    this.time = time;
  }

  /** The amendments of a programme, oldest first. */
  @Transactional(readOnly = true)
  public List<Amendment> of(String programme) {
    return jdbc.sql("select * from trame.amendment where programme = ? order by number")
        .param(programme)
        .query(Amendments::read)
        .list();
  }

  /** The amendment under way, if any. */
  @Transactional(readOnly = true)
  public Optional<Amendment> open(String programme) {
    return of(programme).stream().filter(a -> a.state() == Amendment.State.OPEN).findFirst();
  }

  /** Whether an amendment may be asked for now. */
  @Transactional(readOnly = true)
  public boolean mayBegin(String programme) {
    return programmes.find(programme).filter(this::implemented).isPresent()
        && open(programme).isEmpty();
  }

  /** A programme is being implemented from its approval to the last day of its implementation. */
  private boolean implemented(Programme programme) {
    LocalDate end = programme.implementationEndsOn();
    return programme.state() == Programme.State.RUNNING
        && end != null
        && !LocalDate.now(time).isAfter(end)
        && contents.approvedVersion(programme.id()).isPresent();
  }

  /**
   * Begins an amendment: the draft is open again, as the content in force.
   *
   * @param matter subject of what it is about beside the programme, or null
   * @throws Refusal if the programme is not being implemented, or another amendment is under way
   */
  public void begin(String programme, String matter) {
    new Check()
        .that(implemented(programmes.get(programme)), "refusal.amendment.notImplemented")
        .that(open(programme).isEmpty(), "refusal.amendment.oneAtATime")
        .done();
    int number = of(programme).size() + 1;
    jdbc.sql(
            "insert into trame.amendment (programme, number, state, opened_on, from_version,"
                + " matter) values (?, ?, 'OPEN', ?, ?, ?)")
        .params(
            Arrays.asList(
                programme,
                number,
                today(),
                contents.approvedVersion(programme).orElseThrow(),
                matter))
        .update();
    contents.revertDraft(programme);
    ledger.record(programme, "amendment-begun", Map.of("number", number));
  }

  /** What the amendment under way changes so far. */
  @Transactional(readOnly = true)
  public Difference difference(String programme) {
    return contents.draftSince(programme, current(programme).fromVersion());
  }

  /**
   * The coordinator has written the amendment.
   *
   * @return what it changes
   * @throws Refusal if it changes nothing, has no object, or leaves the programme incomplete
   */
  public Difference describe(String programme, DescribeAmendment form) {
    Difference difference = difference(programme);
    new Check()
        .that(form.object() != null, "object", "refusal.amendment.object")
        .that(
            !difference.isEmpty() || current(programme).matter() != null,
            "refusal.amendment.noChange")
        .done();
    completeness.of(difference.after()).refuse();
    jdbc.sql("update trame.amendment set object = ?, reason = ? where programme = ? and number = ?")
        .params(form.object(), form.reason(), programme, current(programme).number())
        .update();
    return difference;
  }

  /** The regime's table has said what the amendment has to go through. */
  public Amendment.Kind classify(String programme, Rule rule) {
    Amendment amendment = current(programme);
    Amendment.Kind kind = Amendment.Kind.valueOf(rule.string("kind"));
    jdbc.sql(
            "update trame.amendment set kind = ?, kind_reason_fr = ?, kind_reason_nl = ?,"
                + " kind_source = ? where programme = ? and number = ?")
        .params(
            kind.name(),
            rule.string("reasonFr"),
            rule.string("reasonNl"),
            rule.source(),
            programme,
            amendment.number())
        .update();
    ledger.record(
        programme,
        "amendment-described",
        Map.of(
            "number", amendment.number(),
            "kind", kind.name(),
            "reason", rule.string("reasonFr"),
            "source", rule.source()));
    return kind;
  }

  /** Freezes the version with the change. */
  public void freeze(String programme) {
    int version = contents.freeze(programme, "amendment");
    jdbc.sql("update trame.amendment set version = ? where programme = ? and number = ?")
        .params(version, programme, current(programme).number())
        .update();
  }

  /** A light amendment: its version is frozen and in force at once. */
  public void bringIntoForce(String programme) {
    freeze(programme);
    contents.approve(programme, current(programme).version(), Map.of());
    approved(programme);
  }

  /**
   * The Government has approved the amendment.
   *
   * @throws IllegalStateException if no version after it is in force
   */
  public void approved(String programme) {
    Amendment amendment = current(programme);
    int inForce = contents.approvedVersion(programme).orElseThrow();
    if (inForce < amendment.version()) {
      throw new IllegalStateException("Version " + amendment.version() + " is not approved");
    }
    jdbc.sql("update trame.amendment set version = ? where programme = ? and number = ?")
        .params(inForce, programme, amendment.number())
        .update();
    close(programme, amendment, Amendment.State.IN_FORCE, null);
  }

  /** The council has rejected the amendment: the draft goes back to what is in force. */
  public void rejected(String programme) {
    undo(programme, Amendment.State.REJECTED, lastReason(programme));
  }

  /** The Government has refused the amendment: the draft goes back to what is in force. */
  public void refused(String programme) {
    undo(programme, Amendment.State.REFUSED, lastReason(programme));
  }

  /** The coordinator gives the amendment up: the draft goes back to what is in force. */
  public void withdraw(String programme, String reason) {
    undo(programme, Amendment.State.WITHDRAWN, reason);
  }

  private void undo(String programme, Amendment.State state, String reason) {
    contents.revertDraft(programme);
    close(programme, current(programme), state, reason);
  }

  private String lastReason(String programme) {
    return reasons.stream()
        .flatMap(r -> r.of(programme).stream())
        .max(Comparator.comparing(ReworkReasons.Reason::on))
        .map(ReworkReasons.Reason::words)
        .orElse(null);
  }

  private void close(
      String programme, Amendment amendment, Amendment.State state, String outcomeReason) {
    jdbc.sql(
            "update trame.amendment set state = ?, closed_on = ?, outcome_reason = ? where"
                + " programme = ? and number = ?")
        .params(state.name(), today(), outcomeReason, programme, amendment.number())
        .update();
    ledger.record(
        programme, "amendment-closed", Map.of("number", amendment.number(), "state", state.name()));
    of(programme).stream()
        .filter(a -> a.number() == amendment.number())
        .forEach(a -> events.publishEvent(new AmendmentClosed(programme, a)));
  }

  private Amendment current(String programme) {
    return open(programme).orElseThrow();
  }

  private Date today() {
    return Date.valueOf(LocalDate.now(time));
  }

  private static Amendment read(ResultSet row, int n) throws SQLException {
    String kind = row.getString("kind");
    Date closed = row.getDate("closed_on");
    return new Amendment(
        row.getInt("number"),
        Amendment.State.valueOf(row.getString("state")),
        row.getDate("opened_on").toLocalDate(),
        row.getInt("from_version"),
        row.getString("matter"),
        row.getString("object"),
        row.getString("reason"),
        kind == null ? null : Amendment.Kind.valueOf(kind),
        row.getString("kind_reason_fr"),
        row.getString("kind_reason_nl"),
        row.getString("kind_source"),
        (Integer) row.getObject("version"),
        closed == null ? null : closed.toLocalDate(),
        row.getString("outcome_reason"));
  }
}
