package org.trame.consultation;

import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The table of observations. */
@Component
class Observations {

  private final JdbcClient jdbc;

  Observations(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** The observations of a programme with their replies, by inquiry: one query. */
  Map<Long, List<Observation>> of(String programme) {
    Map<Long, List<Observation>> found = new HashMap<>();
    jdbc.sql(
            "select o.*, r.outcome, r.reason, r.replied_on from trame.observation o left join"
                + " trame.observation_reply r on r.observation = o.id where o.programme = ? order"
                + " by o.inquiry, o.number")
        .param(programme)
        .query(
            row -> {
              found.computeIfAbsent(row.getLong("inquiry"), k -> new ArrayList<>()).add(read(row));
            });
    return found;
  }

  void insert(
      String programme, Inquiry inquiry, int number, RecordObservation observation, LocalDate on) {
    jdbc.sql(
            "insert into trame.observation (programme, inquiry, number, received_on, channel,"
                + " author, action, text, typed_on) values (?, ?, ?, ?, ?, ?, ?, ?, ?)")
        .params(
            programme,
            inquiry.id(),
            number,
            Date.valueOf(observation.receivedOn()),
            observation.channel().name(),
            observation.author().name(),
            Opinions.action(observation.about()),
            observation.text(),
            Date.valueOf(on))
        .update();
  }

  void update(long id, RecordObservation observation) {
    jdbc.sql(
            "update trame.observation set received_on = ?, channel = ?, author = ?, action = ?,"
                + " text = ? where id = ?")
        .params(
            Date.valueOf(observation.receivedOn()),
            observation.channel().name(),
            observation.author().name(),
            Opinions.action(observation.about()),
            observation.text(),
            id)
        .update();
  }

  void reply(String programme, long observation, ObservationReply reply, LocalDate on) {
    jdbc.sql(
            "insert into trame.observation_reply (observation, programme, outcome, reason,"
                + " replied_on) values (?, ?, ?, ?, ?) on conflict (observation) do update set"
                + " outcome = excluded.outcome, reason = excluded.reason, replied_on ="
                + " excluded.replied_on")
        .params(observation, programme, reply.outcome().name(), reply.reason(), Date.valueOf(on))
        .update();
  }

  private static Observation read(ResultSet row) throws SQLException {
    String outcome = row.getString("outcome");
    return new Observation(
        row.getLong("id"),
        row.getInt("number"),
        row.getDate("received_on").toLocalDate(),
        Observation.Channel.valueOf(row.getString("channel")),
        Observation.Author.valueOf(row.getString("author")),
        row.getString("action"),
        row.getString("text"),
        row.getDate("typed_on").toLocalDate(),
        outcome == null
            ? null
            : new Reply(
                ReplyOutcome.valueOf(outcome),
                row.getString("reason"),
                row.getDate("replied_on").toLocalDate()));
  }
}
