package org.trame.notification;

import java.sql.Date;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Makes one mail of everything a person is told on a day. What is told while the mail has not left
 * joins it. Once it has left, what is late makes another one the same day; the rest waits for the
 * next day's.
 */
@Component
public class Digests {

  private static final Logger LOG = LoggerFactory.getLogger(Digests.class);

  private final JdbcClient jdbc;
  private final Announcements announcements;
  private final Preferences preferences;
  private final DigestTexts texts;
  private final TransactionTemplate transaction;
  private final Clock time;
  private final String host;

  Digests(
      JdbcClient jdbc,
      Announcements announcements,
      Preferences preferences,
      DigestTexts texts,
      TransactionTemplate transaction,
      Clock time,
      @Value("${trame.mail.from}") String from) {
    this.jdbc = jdbc;
    this.announcements = announcements;
    this.preferences = preferences;
    this.texts = texts;
    this.transaction = transaction;
    this.time = time;
    this.host = from.substring(from.indexOf('@') + 1).replaceAll("[^A-Za-z0-9.-]", "");
  }

  private record Last(int id, int part, Mail.State state) {}

  /** Writes the mails of all that was told up to today. A person's trouble is not the others'. */
  public void compose() {
    LocalDate today = LocalDate.now(time);
    for (String account : announcements.awaitingMail(today)) {
      try {
        transaction.executeWithoutResult(t -> compose(account, today));
      } catch (RuntimeException e) {
        LOG.error("The mail of an account could not be written", e);
      }
    }
  }

  private void compose(String account, LocalDate today) {
    if (!locked(Locks.COMPOSING, "hashtext(?)", account)) {
      return;
    }
    Map<LocalDate, List<Announcement>> byDay =
        announcements.waiting(account, today).stream()
            .collect(
                Collectors.groupingBy(Announcement::forDay, TreeMap::new, Collectors.toList()));
    byDay.forEach((day, told) -> compose(account, day, today, told));
  }

  private void compose(String account, LocalDate day, LocalDate today, List<Announcement> told) {
    Optional<Last> last = last(account, day);
    if (last.isEmpty()) {
      write(account, day, 1, told);
    } else if (last.get().state() == Mail.State.READY) {
      join(last.get(), account, day, told);
    } else if (told.stream().anyMatch(a -> a.kind().isUrgent())) {
      write(account, day, last.get().part() + 1, told);
    } else {
      announcements.waitFor(day.isBefore(today) ? today : today.plusDays(1), told);
    }
  }

  private Optional<Last> last(String account, LocalDate day) {
    return jdbc.sql(
            "select id, part, state from trame.mail where account = ? and for_day = ? order by"
                + " part desc limit 1")
        .params(account, Date.valueOf(day))
        .query(
            (row, n) ->
                new Last(row.getInt(1), row.getInt(2), Mail.State.valueOf(row.getString(3))))
        .optional();
  }

  private void write(String account, LocalDate day, int part, List<Announcement> told) {
    ReaderPreference reader = preferences.of(account);
    DigestTexts.Rendered rendered = texts.render(reader, day, told);
    String address = preferences.address(reader).orElse(null);
    Mail.KeptWhy kept =
        !reader.mails()
            ? Mail.KeptWhy.SWITCHED_OFF
            : address == null ? Mail.KeptWhy.NO_ADDRESS : null;
    Timestamp now = Timestamp.from(time.instant());
    int id =
        jdbc.sql(
                "insert into trame.mail (account, for_day, part, message_id, language, address,"
                    + " subject, text_part, html_part, composed_at, state, kept_why, next_try_at)"
                    + " values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) returning id")
            .params(
                account,
                Date.valueOf(day),
                part,
                "<" + UUID.randomUUID() + "@" + host + ">",
                reader.language(),
                address,
                rendered.subject(),
                rendered.text(),
                rendered.html(),
                now,
                (kept == null ? Mail.State.READY : Mail.State.KEPT).name(),
                kept == null ? null : kept.name(),
                now)
            .query(Integer.class)
            .single();
    announcements.goWith(id, told);
  }

  /** Adds to a mail that has not left; if it leaves just now, the next round decides anew. */
  private void join(Last mail, String account, LocalDate day, List<Announcement> told) {
    if (!locked(Locks.MAIL, "?", mail.id()) || last(account, day).get().state() != mail.state()) {
      return;
    }
    List<Announcement> all = new ArrayList<>(announcements.of(mail.id()));
    all.addAll(told);
    ReaderPreference reader = preferences.of(account);
    DigestTexts.Rendered rendered = texts.render(reader, day, all);
    jdbc.sql(
            "update trame.mail set language = ?, subject = ?, text_part = ?, html_part = ?,"
                + " composed_at = ? where id = ?")
        .params(
            reader.language(),
            rendered.subject(),
            rendered.text(),
            rendered.html(),
            Timestamp.from(time.instant()),
            mail.id())
        .update();
    announcements.goWith(mail.id(), told);
  }

  private boolean locked(int first, String second, Object value) {
    return jdbc.sql("select pg_try_advisory_xact_lock(" + first + ", " + second + ")")
        .param(value)
        .query(Boolean.class)
        .single();
  }
}
