package org.trame.consultation;

import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.trame.input.Refusal;
import org.trame.input.Violation;
import org.trame.ledger.Ledger;

/** What the members of the commissions say, and what becomes of it. */
@Component
@Transactional
public class Opinions {

  /** Value of a choice: the programme as a whole. */
  static final String WHOLE = "WHOLE";

  private static final String SELECT =
      "select o.*, r.number as round_number, m.category, m.seat, a.outcome, a.reason, a.replied_on"
          + " from trame.opinion o join trame.consultation_round r on r.id = o.round join"
          + " trame.commission_mandate m on m.id = o.mandate left join trame.opinion_reply a on"
          + " a.opinion = o.id where o.programme = :programme";

  private final JdbcClient jdbc;
  private final Consultations consultations;
  private final Meetings meetings;
  private final Ledger ledger;
  private final Clock time;

  Opinions(
      JdbcClient jdbc, Consultations consultations, Meetings meetings, Ledger ledger, Clock time) {
    this.jdbc = jdbc;
    this.consultations = consultations;
    this.meetings = meetings;
    this.ledger = ledger;
    this.time = time;
  }

  /** The opinions of all consultations with their replies, oldest first: one query. */
  @Transactional(readOnly = true)
  public List<Opinion> of(String programme) {
    return jdbc.sql(SELECT + " order by o.number")
        .param("programme", programme)
        .query(Opinions::read)
        .list();
  }

  /** The opinions of a member with what became of each, oldest first. */
  @Transactional(readOnly = true)
  public List<Opinion> of(String programme, String account) {
    return jdbc.sql(SELECT + " and m.account = :account order by o.number")
        .param("programme", programme)
        .param("account", account)
        .query(Opinions::read)
        .list();
  }

  /** The opinions given at a meeting (its id). */
  List<Opinion> atMeeting(String programme, long meeting) {
    return jdbc.sql(SELECT + " and o.meeting = :meeting order by o.number")
        .param("programme", programme)
        .param("meeting", meeting)
        .query(Opinions::read)
        .list();
  }

  /** The opinions of the latest consultation. */
  List<Opinion> latest(String programme) {
    int round = consultations.latest(programme).number();
    return of(programme).stream().filter(o -> o.round() == round).toList();
  }

  /**
   * Records an opinion heard at the last meeting, or corrects it.
   *
   * @throws Refusal if the meeting is to come, or nobody sat in that seat
   */
  public void record(String programme, RecordOpinion opinion) {
    Meeting meeting = meetings.held(programme);
    Mandate author = meetings.member(programme, opinion.seat(), meeting);
    if (opinion.id() == null) {
      insert(
          programme,
          meeting.id(),
          author,
          new OwnOpinion(opinion.about(), opinion.position(), opinion.text()));
      return;
    }
    int corrected =
        jdbc.sql(
                "update trame.opinion set mandate = ?, action = ?, position = ?, text = ? where"
                    + " programme = ? and meeting = ? and id = ?")
            .params(
                author.id(),
                action(opinion.about()),
                opinion.position().name(),
                opinion.text(),
                programme,
                meeting.id(),
                Long.valueOf(opinion.id()))
            .update();
    if (corrected == 0) {
      throw Refusal.of("refusal.opinion.otherMeeting");
    }
  }

  void insert(String programme, Long meeting, Mandate author, OwnOpinion opinion) {
    // Members write at the same time: numbers are given one after the other.
    jdbc.sql("select programme from trame.commission where programme = ? for update")
        .param(programme)
        .query(String.class)
        .single();
    int number =
        jdbc.sql("select coalesce(max(number), 0) + 1 from trame.opinion where programme = ?")
            .param(programme)
            .query(Integer.class)
            .single();
    jdbc.sql(
            "insert into trame.opinion (programme, round, number, meeting, mandate, action,"
                + " position, text, given_on) values (?, ?, ?, ?, ?, ?, ?, ?, ?)")
        .params(
            programme,
            consultations.latest(programme).id(),
            number,
            meeting,
            author.id(),
            action(opinion.about()),
            opinion.position().name(),
            opinion.text(),
            Date.valueOf(LocalDate.now(time)))
        .update();
    ledger.record(
        programme,
        "opinion-given",
        Map.of(
            "opinion", number,
            "category", author.category(),
            "number", author.number(),
            "position", opinion.position().name()));
  }

  static String action(String about) {
    return WHOLE.equals(about) ? null : about;
  }

  /** Replies to an opinion of the latest consultation; its author is told. */
  public void reply(String programme, OpinionReply reply) {
    Opinion opinion =
        latest(programme).stream()
            .filter(o -> String.valueOf(o.number()).equals(reply.opinion()))
            .findFirst()
            .orElseThrow(() -> Refusal.at("opinion", "refusal.input.choice", reply.opinion()));
    jdbc.sql(
            "insert into trame.opinion_reply (opinion, programme, outcome, reason, replied_on)"
                + " values (?, ?, ?, ?, ?) on conflict (opinion) do update set outcome ="
                + " excluded.outcome, reason = excluded.reason, replied_on ="
                + " excluded.replied_on")
        .params(
            opinion.id(),
            programme,
            reply.outcome().name(),
            reply.reason(),
            Date.valueOf(LocalDate.now(time)))
        .update();
    ledger.record(
        programme,
        "opinion-answered",
        Map.of(
            "opinion", opinion.number(),
            "category", opinion.category(),
            "number", opinion.seatNumber(),
            "outcome", reply.outcome().name(),
            "reason", reply.reason()));
  }

  /** Why the replies cannot be closed yet: one sentence for each opinion without. */
  @Transactional(readOnly = true)
  public List<Violation> missing(String programme) {
    return latest(programme).stream()
        .filter(o -> o.reply() == null)
        .map(o -> Violation.at("", "refusal.opinion.unanswered", o.number()))
        .toList();
  }

  /**
   * Closes the consultation.
   *
   * @throws Refusal if an opinion has no reply
   */
  public void closeReplies(String programme) {
    Commission.refuseIfAny(missing(programme));
    consultations.close(programme);
  }

  private static Opinion read(ResultSet row, int n) throws SQLException {
    String outcome = row.getString("outcome");
    return new Opinion(
        row.getLong("id"),
        row.getInt("round_number"),
        row.getInt("number"),
        row.getString("category"),
        row.getInt("seat"),
        row.getString("action"),
        Position.valueOf(row.getString("position")),
        row.getString("text"),
        row.getDate("given_on").toLocalDate(),
        row.getObject("meeting") != null,
        outcome == null
            ? null
            : new Reply(
                ReplyOutcome.valueOf(outcome),
                row.getString("reason"),
                row.getDate("replied_on").toLocalDate()));
  }
}
