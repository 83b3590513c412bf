package org.trame.notification;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** What people are told. */
@Component
public class Announcements {

  private static final TypeReference<Map<String, String>> DETAILS = new TypeReference<>() {};

  private final JdbcClient jdbc;
  private final Preferences preferences;
  private final ObjectMapper json;
  private final Clock time;

  Announcements(JdbcClient jdbc, Preferences preferences, ObjectMapper json, Clock time) {
    this.jdbc = jdbc;
    this.preferences = preferences;
    this.json = json;
    this.time = time;
  }

  /**
   * Tells somebody something, in the current transaction: it is told if and only if what it is
   * about happens. The same thing is told once a day.
   *
   * @param to an account, or somebody without one
   * @param clock id of the legal clock concerned, or null
   * @param details named values of the sentence {@code announcement.<kind>}; no personal data
   * @param day day of the mail it goes with
   * @throws org.springframework.transaction.IllegalTransactionStateException outside a transaction
   */
  @Transactional(propagation = Propagation.MANDATORY)
  public void tell(
      Recipient to,
      Announcement.Kind kind,
      String subject,
      Long clock,
      Map<String, String> details,
      LocalDate day) {
    preferences.know(to);
    jdbc.sql(
            "insert into trame.announcement (account, kind, subject, clock, details, told_on,"
                + " for_day, created_at) values (?, ?, ?, ?, ?::jsonb, ?, ?, ?) on conflict do"
                + " nothing")
        .params(
            to.reader(),
            kind.name(),
            subject,
            clock,
            write(details),
            Date.valueOf(day),
            Date.valueOf(day),
            Timestamp.from(time.instant()))
        .update();
  }

  /** What is told in a mail, in the order in which it was said. */
  @Transactional(readOnly = true)
  public List<Announcement> of(int mail) {
    return read("mail = ? order by id", mail);
  }

  /** What is told about a subject, in the order in which it was said. */
  @Transactional(readOnly = true)
  public List<Announcement> about(String subject) {
    return read("subject = ? order by id", subject);
  }

  /** What a person was told up to this day and no mail says yet. */
  List<Announcement> waiting(String account, LocalDate until) {
    return read(
        "account = ? and mail is null and for_day <= ? order by for_day, id",
        account,
        Date.valueOf(until));
  }

  /** Who was told something up to this day that no mail says yet. */
  List<String> awaitingMail(LocalDate until) {
    return jdbc.sql(
            "select distinct account from trame.announcement where mail is null and for_day <= ?")
        .param(Date.valueOf(until))
        .query(String.class)
        .list();
  }

  void goWith(int mail, List<Announcement> announcements) {
    jdbc.sql("update trame.announcement set mail = :mail where id in (:ids)")
        .param("mail", mail)
        .param("ids", announcements.stream().map(Announcement::id).toList())
        .update();
  }

  void waitFor(LocalDate day, List<Announcement> announcements) {
    jdbc.sql("update trame.announcement set for_day = :day where id in (:ids)")
        .param("day", Date.valueOf(day))
        .param("ids", announcements.stream().map(Announcement::id).toList())
        .update();
  }

  private List<Announcement> read(String which, Object... params) {
    return jdbc.sql(
            "select id, account, kind, subject, clock, details::text, for_day from"
                + " trame.announcement where "
                + which)
        .params(params)
        .query(this::announcement)
        .list();
  }

  private Announcement announcement(ResultSet row, int n) throws SQLException {
    return new Announcement(
        row.getLong("id"),
        row.getString("account"),
        Announcement.Kind.valueOf(row.getString("kind")),
        row.getString("subject"),
        row.getObject("clock", Long.class),
        details(row.getString("details")),
        row.getDate("for_day").toLocalDate());
  }

  private String write(Map<String, String> details) {
    try {
      return json.writeValueAsString(details);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("Details must be plain values", e);
    }
  }

  private Map<String, String> details(String text) {
    try {
      return json.readValue(text, DETAILS);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("Unreadable details of an announcement", e);
    }
  }
}
