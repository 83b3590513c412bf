package org.trame.notification.outbox;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.trame.notification.Locks;

/**
 * The mails to send, seen through one connection of the database: each statement is committed at
 * once, and the locks are the connection's own. The server frees them when the node dies.
 */
final class Outbox {

  /** 1, 2, 4, 8, 16, 32, 60, 60 ... minutes. */
  private static final String NEXT_TRY =
      "next_try_at = ?::timestamptz + least(60, power(2, least(attempts, 6))) * interval '1 minute'";

  private final Connection connection;
  private final Clock time;

  Outbox(Connection connection, Clock time) {
    this.connection = connection;
    this.time = time;
  }

  /** Makes sure that each statement is committed at once, and that a vanished node is noticed. */
  void prepare() throws SQLException {
    connection.setAutoCommit(true);
    try (var statement = connection.createStatement()) {
      statement.execute(
          "set tcp_keepalives_idle = 30; set tcp_keepalives_interval = 10;"
              + " set tcp_keepalives_count = 3");
    }
    changed(
        "insert into trame.mail_run (run) select gen_random_uuid() where not exists (select from"
            + " trame.mail_run) on conflict do nothing");
    changed(
        "delete from trame.mail_dot d using trame.mail m where m.id = d.mail and m.state = 'SENT'");
  }

  boolean lock(int mail) throws SQLException {
    return yes("select pg_try_advisory_lock(?, ?)", Locks.MAIL, mail);
  }

  void unlock(int mail) throws SQLException {
    yes("select pg_advisory_unlock(?, ?)", Locks.MAIL, mail);
  }

  /** The mails whose time has come, the oldest first. */
  List<Integer> due(int atMost) throws SQLException {
    return ids(
        "select id from trame.mail where state = 'READY' and next_try_at <= ? order by next_try_at,"
            + " id limit ?",
        now(),
        atMost);
  }

  /** Mails that a node was sending when it was last heard of. */
  List<Integer> sending() throws SQLException {
    return ids("select id from trame.mail where state = 'SENDING' order by id");
  }

  /** A mail whose lock is held, if it still is to be sent now. */
  Optional<Outgoing> open(int mail) throws SQLException {
    try (PreparedStatement statement =
            prepared(
                "select message_id, language, address, subject, text_part, html_part from"
                    + " trame.mail where id = ? and state = 'READY' and next_try_at <= ?",
                mail,
                now());
        ResultSet row = statement.executeQuery()) {
      return row.next()
          ? Optional.of(
              new Outgoing(
                  mail,
                  row.getString(1),
                  row.getString(2),
                  row.getString(3),
                  row.getString(4),
                  row.getString(5),
                  row.getString(6)))
          : Optional.empty();
    }
  }

  /** The mail is on its way up to the dot; false if it is not ours to send any more. */
  boolean sending(int mail, byte[] source, String sha256) throws SQLException {
    changed("delete from trame.mail_dot where mail = ?", mail);
    return changed(
        "update trame.mail set state = 'SENDING', sending_at = ?, source = ?, sha256 = ?,"
            + " server_run = (select run from trame.mail_run) where id = ? and state = 'READY'",
        now(),
        source,
        sha256,
        mail);
  }

  /** The final dot is about to be written: the very next thing is to write it. */
  void dot(int mail) throws SQLException {
    changed("insert into trame.mail_dot (mail) values (?)", mail);
  }

  /** A mail whose node died before the dot: sent anew. False if it may have written the dot. */
  boolean withoutDot(int mail) throws SQLException {
    return changed(
        "update trame.mail m set state = 'READY' where id = ? and state = 'SENDING' and server_run"
            + " = (select run from trame.mail_run) and not exists (select from trame.mail_dot d"
            + " where d.mail = m.id)",
        mail);
  }

  void sent(int mail, String reply) throws SQLException {
    changed(
        "update trame.mail set state = 'SENT', sent_at = ?, server_reply = ?, last_error = null"
            + " where id = ? and state in ('SENDING', 'UNCERTAIN')",
        now(),
        reply,
        mail);
  }

  void failed(int mail, String words) throws SQLException {
    changed(
        "update trame.mail set state = 'FAILED', attempts = attempts + 1, last_error = ? where id"
            + " = ? and state in ('READY', 'SENDING')",
        words,
        mail);
  }

  /** Nobody knows whether the server took it. */
  boolean uncertain(int mail, String words) throws SQLException {
    return changed(
        "update trame.mail set state = 'UNCERTAIN', last_error = ? where id = ? and state ="
            + " 'SENDING'",
        words,
        mail);
  }

  /** The server did not take it this time: again after a pause. */
  void later(int mail, String words) throws SQLException {
    changed(
        "update trame.mail set state = 'READY', "
            + NEXT_TRY
            + ", attempts = attempts + 1, last_error = ? where id = ? and state in ('READY',"
            + " 'SENDING')",
        now(),
        words,
        mail);
  }

  /** The server cannot be reached: whatever is due waits. */
  void allLater(String words) throws SQLException {
    changed(
        "update trame.mail set "
            + NEXT_TRY
            + ", attempts = attempts + 1, last_error = ? where state = 'READY' and next_try_at <="
            + " ?",
        now(),
        words,
        now());
  }

  /** There is no server: mails are only shown. */
  void keepAll() throws SQLException {
    changed("update trame.mail set state = 'KEPT', kept_why = 'NO_SERVER' where state = 'READY'");
  }

  private Timestamp now() {
    return Timestamp.from(time.instant());
  }

  private boolean yes(String sql, Object... params) throws SQLException {
    try (PreparedStatement statement = prepared(sql, params);
        ResultSet row = statement.executeQuery()) {
      row.next();
      return row.getBoolean(1);
    }
  }

  private List<Integer> ids(String sql, Object... params) throws SQLException {
    List<Integer> ids = new ArrayList<>();
    try (PreparedStatement statement = prepared(sql, params);
        ResultSet rows = statement.executeQuery()) {
      while (rows.next()) {
        ids.add(rows.getInt(1));
      }
    }
    return ids;
  }

  private boolean changed(String sql, Object... params) throws SQLException {
    try (PreparedStatement statement = prepared(sql, params)) {
      return statement.executeUpdate() > 0;
    }
  }

  private PreparedStatement prepared(String sql, Object... params) throws SQLException {
    PreparedStatement statement = connection.prepareStatement(sql);
    for (int i = 0; i < params.length; i++) {
      statement.setObject(i + 1, params[i]);
    }
    return statement;
  }
}
