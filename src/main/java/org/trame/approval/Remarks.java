package org.trame.approval;

import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.trame.input.Check;
import org.trame.input.Refusal;
import org.trame.ledger.Ledger;

/** The numbered remarks of the Region, the answers of the municipality and what comes of them. */
@Component
@Transactional
public class Remarks {

  private static final String SELECT =
      "select r.*, a.round as answer_round, a.answer, a.changed, a.answered_on, a.accepted,"
          + " a.verdict from trame.approval_remark r left join trame.approval_answer a on a.remark ="
          + " r.id where ";
  private static final String ORDER = " order by r.dossier, r.round, r.number, a.round";

  private final JdbcClient jdbc;
  private final Dossiers dossiers;
  private final Ledger ledger;
  private final Clock time;

  Remarks(JdbcClient jdbc, Dossiers dossiers, Ledger ledger, Clock time) {
    this.jdbc = jdbc;
    this.dossiers = dossiers;
    this.ledger = ledger;
    this.time = time;
  }

  /** The remarks on a dossier with their answers, in order: one query. */
  @Transactional(readOnly = true)
  public List<Remark> of(Dossier dossier) {
    return read("r.dossier = ?", dossier.id()).getOrDefault(dossier.id(), List.of());
  }

  /** The remarks that were sent: what the municipality and the public may read. */
  @Transactional(readOnly = true)
  public List<Remark> sent(Dossier dossier) {
    return sent(dossier.programme()).getOrDefault(dossier.id(), List.of());
  }

  /**
   * The remarks that were sent on every dossier of a programme, by id of the dossier: one query.
   */
  @Transactional(readOnly = true)
  public Map<Long, List<Remark>> sent(String programme) {
    return read("r.programme = ? and r.sent_on is not null", programme);
  }

  private Map<Long, List<Remark>> read(String condition, Object value) {
    Map<Long, Remark> byId = new LinkedHashMap<>();
    Map<Long, List<Remark>> byDossier = new LinkedHashMap<>();
    jdbc.sql(SELECT + condition + ORDER)
        .param(value)
        .query(
            row -> {
              Remark remark = byId.get(row.getLong("id"));
              if (remark == null) {
                remark = remark(row);
                byId.put(remark.id(), remark);
                byDossier
                    .computeIfAbsent(row.getLong("dossier"), d -> new ArrayList<>())
                    .add(remark);
              }
              if (row.getString("answer") != null) {
                remark.answers().add(answer(row));
              }
            });
    return byDossier;
  }

  /** The remarks on the dossier under examination. */
  @Transactional(readOnly = true)
  public List<Remark> current(String programme) {
    return of(dossiers.current(programme));
  }

  /** The remarks of the dossier under examination that stand there. */
  @Transactional(readOnly = true)
  public List<Remark> current(String programme, RemarkState state) {
    return current(programme).stream().filter(r -> r.state() == state).toList();
  }

  /**
   * Makes a remark, with the next number of the round, or changes one of this round.
   *
   * @throws Refusal if the remark that is changed was sent already
   */
  public void put(String programme, PutRemark input) {
    Dossier dossier = dossiers.lock(programme);
    if (input.id() != null) {
      Remark remark = find(dossier, input.id());
      new Check()
          .that(
              remark.sentOn() == null && remark.state() == RemarkState.OPEN,
              "",
              "refusal.approval.remarkSent",
              remark.label())
          .done();
      jdbc.sql("update trame.approval_remark set topic = ?, action = ?, remark = ? where id = ?")
          .params(input.topic().name(), input.action(), input.remark(), remark.id())
          .update();
      return;
    }
    int number = (int) of(dossier).stream().filter(r -> r.round() == dossier.round()).count() + 1;
    jdbc.sql(
            "insert into trame.approval_remark (dossier, programme, round, number, topic, action,"
                + " remark) values (?, ?, ?, ?, ?, ?, ?)")
        .params(
            dossier.id(),
            programme,
            dossier.round(),
            number,
            input.topic().name(),
            input.action(),
            input.remark())
        .update();
    ledger.record(
        programme,
        "approval-remark-made",
        Map.of("remark", dossier.round() + "." + number, "topic", input.topic().name()));
  }

  /** The Region takes a remark back; its number stays. */
  public void withdraw(String programme, String label) {
    Remark remark = find(dossiers.current(programme), label);
    new Check()
        .that(
            remark.state() == RemarkState.OPEN || remark.state() == RemarkState.ANSWERED,
            "",
            "refusal.approval.remarkSettled",
            label)
        .done();
    jdbc.sql("update trame.approval_remark set withdrawn = true where id = ?")
        .param(remark.id())
        .update();
    ledger.record(programme, "approval-remark-withdrawn", Map.of("remark", label));
  }

  /** The municipality answers a remark, or puts the answer of this round in other words. */
  public void answer(String programme, AnswerRemark input) {
    Dossier dossier = dossiers.current(programme);
    Remark remark = find(dossier, input.remark());
    jdbc.sql(
            "insert into trame.approval_answer (remark, round, programme, answer, changed,"
                + " answered_on) values (?, ?, ?, ?, ?, ?) on conflict (remark, round) do update set"
                + " answer = excluded.answer, changed = excluded.changed, answered_on ="
                + " excluded.answered_on")
        .params(
            remark.id(),
            dossier.round(),
            programme,
            input.answer(),
            input.changed(),
            Date.valueOf(LocalDate.now(time)))
        .update();
    ledger.record(programme, "approval-remark-answered", Map.of("remark", input.remark()));
  }

  /**
   * The Region says whether an answer settles the matter.
   *
   * @throws Refusal if the remark is kept open without a word
   */
  public void judge(String programme, JudgeAnswer input) {
    boolean accepted = input.verdict() == AnswerVerdict.ACCEPTED;
    new Check()
        .that(accepted || input.comment() != null, "comment", "refusal.approval.keptOpen")
        .done();
    Remark remark = find(dossiers.current(programme), input.remark());
    jdbc.sql(
            "update trame.approval_answer set accepted = ?, verdict = ? where remark = ? and round"
                + " = ?")
        .params(accepted, input.comment(), remark.id(), remark.lastAnswer().round())
        .update();
    ledger.record(
        programme,
        accepted ? "approval-answer-accepted" : "approval-remark-kept-open",
        Map.of("remark", input.remark()));
  }

  /**
   * Ends a round of examination.
   *
   * @return whether answers are awaited
   * @throws Refusal naming the answers without verdict
   */
  public boolean finishExamination(String programme) {
    Dossier dossier = dossiers.current(programme);
    refuseIfAny(current(programme, RemarkState.ANSWERED), "refusal.approval.verdictMissing");
    List<Remark> open = current(programme, RemarkState.OPEN);
    if (!open.isEmpty()) {
      // In the next round the examiner compares with what was examined in this one.
      jdbc.sql("update trame.approval_dossier set previous_version = version where id = ?")
          .param(dossier.id())
          .update();
      jdbc.sql(
              "update trame.approval_remark set sent_on = ? where dossier = ? and sent_on is null"
                  + " and not withdrawn")
          .params(Date.valueOf(LocalDate.now(time)), dossier.id())
          .update();
    }
    ledger.record(
        programme,
        open.isEmpty() ? "approval-examined" : "approval-remarks-sent",
        Map.of("round", dossier.round(), "remarks", open.size(), "which", labels(open)));
    return !open.isEmpty();
  }

  /**
   * Checks that the municipality has answered every remark.
   *
   * @throws Refusal naming the remarks without answer
   */
  public void checkAnswered(String programme) {
    refuseIfAny(current(programme, RemarkState.OPEN), "refusal.approval.answerMissing");
  }

  private static void refuseIfAny(List<Remark> remarks, String key) {
    if (!remarks.isEmpty()) {
      throw Refusal.of(key, labels(remarks));
    }
  }

  /** Whether the municipality may answer it now: it is open, or answered and not yet judged. */
  static boolean toAnswer(Remark remark) {
    return remark.state() == RemarkState.OPEN || remark.state() == RemarkState.ANSWERED;
  }

  static String labels(List<Remark> remarks) {
    return String.join(", ", remarks.stream().map(Remark::label).toList());
  }

  private Remark find(Dossier dossier, String label) {
    return of(dossier).stream()
        .filter(r -> r.label().equals(label))
        .findFirst()
        .orElseThrow(() -> Refusal.of("refusal.approval.noRemark", label));
  }

  private static Remark remark(ResultSet row) throws SQLException {
    return new Remark(
        row.getLong("id"),
        row.getInt("round"),
        row.getInt("number"),
        RemarkTopic.valueOf(row.getString("topic")),
        row.getString("action"),
        row.getString("remark"),
        row.getDate("sent_on") == null ? null : row.getDate("sent_on").toLocalDate(),
        row.getBoolean("withdrawn"),
        new ArrayList<>());
  }

  private static Remark.Answer answer(ResultSet row) throws SQLException {
    return new Remark.Answer(
        row.getInt("answer_round"),
        row.getString("answer"),
        row.getString("changed"),
        row.getDate("answered_on").toLocalDate(),
        (Boolean) row.getObject("accepted"),
        row.getString("verdict"));
  }
}
