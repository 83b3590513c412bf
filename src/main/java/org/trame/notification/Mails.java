package org.trame.notification;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.trame.access.Actor;
import org.trame.access.Role;
import org.trame.input.Refusal;

/**
 * The mails people may look at: everybody their own; the administrator how far each got; in a
 * demonstration everybody those that are only kept.
 */
@Component
@Transactional
public class Mails {

  /** Mails on a page. */
  public static final int PAGE = 25;

  private static final String COLUMNS =
      "id, account, for_day, message_id, language, subject, state, kept_why, attempts,"
          + " next_try_at, last_error, composed_at, sent_at";
  private static final String VISIBLE =
      " (account = :reader or :administrator or (:demo and state = 'KEPT'))";

  private final JdbcClient jdbc;
  private final Preferences preferences;
  private final Clock time;
  private final boolean demo;

  Mails(
      JdbcClient jdbc,
      Preferences preferences,
      Clock time,
      @Value("${trame.demo:false}") boolean demo) {
    this.jdbc = jdbc;
    this.preferences = preferences;
    this.time = time;
    this.demo = demo;
  }

  /**
   * Which mails.
   *
   * @param account to whom, or null: to anybody
   * @param state how far they got, or null: wherever they are
   */
  public record Filter(String account, Mail.State state) {}

  /**
   * One page of mails.
   *
   * @param mails the newest first
   * @param number from 1
   * @param pages how many there are, at least 1
   */
  public record Page(List<Mail> mails, int number, int pages) {}

  /** The mails the reader may look at, the newest first. */
  @Transactional(readOnly = true)
  public Page page(Actor reader, Filter filter, int number) {
    Map<String, Object> values = values(reader);
    values.put("account", filter.account());
    values.put("state", filter.state() == null ? null : filter.state().name());
    String which =
        " from trame.mail where"
            + VISIBLE
            + " and (cast(:account as text) is null or account = :account)"
            + " and (cast(:state as text) is null or state = :state)";
    int total = jdbc.sql("select count(*)" + which).params(values).query(Integer.class).single();
    int pages = Math.max(1, (total + PAGE - 1) / PAGE);
    int shown = Math.min(Math.max(1, number), pages);
    values.put("limit", PAGE);
    values.put("offset", (shown - 1) * PAGE);
    List<Mail> mails =
        jdbc.sql(
                "select "
                    + COLUMNS
                    + which
                    + " order by for_day desc, id desc limit :limit offset :offset")
            .params(values)
            .query(Mails::mail)
            .list();
    return new Page(mails, shown, pages);
  }

  /** The accounts whose mails the reader may look at, by name. */
  @Transactional(readOnly = true)
  public List<String> recipients(Actor reader) {
    return jdbc.sql("select distinct account from trame.mail where" + VISIBLE + " order by account")
        .params(values(reader))
        .query(String.class)
        .list();
  }

  /** Whether the reader may look at other people's mails, as far as that goes. */
  public boolean seesOthers(Actor reader) {
    return demo || reader.holds(Role.ADMINISTRATOR);
  }

  /** A mail the reader may look at. */
  @Transactional(readOnly = true)
  public Optional<Letter> find(Actor reader, int id) {
    Map<String, Object> values = values(reader);
    values.put("id", id);
    return jdbc.sql(
            "select "
                + COLUMNS
                + ", text_part, html_part, address, sending_at, sha256, server_reply, again_by,"
                + " again_at from trame.mail where id = :id and"
                + VISIBLE)
        .params(values)
        .query((row, n) -> letter(reader, row, n))
        .optional();
  }

  /** A mail as it went over the connection, if it did and the reader may see what it says. */
  @Transactional(readOnly = true)
  public Optional<byte[]> source(Actor reader, int id) {
    return find(reader, id)
        .filter(Letter::readable)
        .flatMap(
            letter ->
                jdbc.sql("select source from trame.mail where id = ? and source is not null")
                    .param(id)
                    .query(byte[].class)
                    .optional());
  }

  /** How many mails are in each state. */
  @Transactional(readOnly = true)
  public Map<Mail.State, Integer> counts() {
    Map<Mail.State, Integer> counts = new LinkedHashMap<>();
    jdbc.sql("select state, count(*) from trame.mail group by state")
        .query(
            row -> {
              counts.put(Mail.State.valueOf(row.getString(1)), row.getInt(2));
            });
    return counts;
  }

  /** What is wrong with the mail that has been waiting for longest, if one is in trouble. */
  @Transactional(readOnly = true)
  public Optional<String> lastError() {
    return jdbc.sql(
            "select last_error from trame.mail where state = 'READY' and last_error is not null"
                + " order by id limit 1")
        .query(String.class)
        .optional();
  }

  /**
   * Has a mail sent that failed, is uncertain or was kept: with the same {@code Message-ID}, to the
   * address the person has now.
   *
   * @throws Refusal if it is not one of these, or no address is known
   */
  public void sendAgain(Actor administrator, int id) {
    Mail mail =
        find(administrator, id)
            .map(Letter::mail)
            .filter(Mail::canGoAgain)
            .orElseThrow(() -> Refusal.of("refusal.mail.state"));
    String address =
        preferences
            .address(preferences.of(mail.account()))
            .orElseThrow(() -> Refusal.of("refusal.mail.address"));
    int changed =
        jdbc.sql(
                "update trame.mail set state = 'READY', kept_why = null, address = ?, next_try_at ="
                    + " ?, last_error = null, again_by = ?, again_at = ? where id = ? and state = ?")
            .params(address, now(), administrator.userId(), now(), id, mail.state().name())
            .update();
    if (changed == 0) {
      throw Refusal.of("refusal.mail.state");
    }
  }

  /** Has everything that waits for the mail server tried now. */
  public void tryNow() {
    jdbc.sql("update trame.mail set next_try_at = ? where state = 'READY' and next_try_at > ?")
        .params(now(), now())
        .update();
  }

  private Map<String, Object> values(Actor reader) {
    Map<String, Object> values = new LinkedHashMap<>();
    values.put("reader", reader.userId());
    values.put("administrator", reader.holds(Role.ADMINISTRATOR));
    values.put("demo", demo);
    return values;
  }

  private Timestamp now() {
    return Timestamp.from(time.instant());
  }

  private Letter letter(Actor reader, ResultSet row, int n) throws SQLException {
    Mail mail = mail(row, n);
    boolean readable =
        mail.account().equals(reader.userId()) || (demo && mail.state() == Mail.State.KEPT);
    return new Letter(
        mail,
        readable,
        readable ? row.getString("text_part") : null,
        readable ? row.getString("html_part") : null,
        row.getString("address"),
        instant(row, "sending_at"),
        row.getString("sha256"),
        row.getString("server_reply"),
        row.getString("again_by"),
        instant(row, "again_at"));
  }

  private static Mail mail(ResultSet row, int n) throws SQLException {
    String kept = row.getString("kept_why");
    return new Mail(
        row.getInt("id"),
        row.getString("account"),
        row.getDate("for_day").toLocalDate(),
        row.getString("message_id"),
        row.getString("language"),
        row.getString("subject"),
        Mail.State.valueOf(row.getString("state")),
        kept == null ? null : Mail.KeptWhy.valueOf(kept),
        row.getInt("attempts"),
        instant(row, "next_try_at"),
        row.getString("last_error"),
        instant(row, "composed_at"),
        instant(row, "sent_at"));
  }

  private static Instant instant(ResultSet row, String column) throws SQLException {
    Timestamp at = row.getTimestamp(column);
    return at == null ? null : at.toInstant();
  }
}
