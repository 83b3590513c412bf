package org.trame.notification;

import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.Optional;
import java.util.regex.Pattern;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.trame.access.account.Accounts;
import org.trame.input.Check;

/** How people want to be written to. */
@Component
@Transactional
public class Preferences {

  /** RFC 5321, 4.5.3.1.3, without the angle brackets. */
  private static final int LONGEST_ADDRESS = 254;

  private static final Pattern ADDRESS = Pattern.compile("[!-~&&[^<>()\\[\\],;:\\\\\"]]+");

  private final JdbcClient jdbc;
  private final Accounts accounts;
  private final Clock time;

  Preferences(JdbcClient jdbc, Accounts accounts, Clock time) {
    this.jdbc = jdbc;
    this.accounts = accounts;
    this.time = time;
  }

  /** What this person chose, or the defaults. */
  @Transactional(readOnly = true)
  public ReaderPreference of(String account) {
    return jdbc.sql(
            "select account, language, mail_address, mails from trame.reader_preference where"
                + " account = ?")
        .param(account)
        .query(
            (row, n) ->
                new ReaderPreference(
                    row.getString(1), row.getString(2), row.getString(3), row.getBoolean(4)))
        .optional()
        .orElseGet(() -> ReaderPreference.byDefault(account));
  }

  /** Keeps where and how somebody without an account is written to. */
  void know(Recipient recipient) {
    if (!recipient.isOutside()) {
      return;
    }
    String language = recipient.language().getLanguage();
    jdbc.sql(
            "insert into trame.reader_preference (account, language, mail_address, mails,"
                + " changed_at) values (?, ?, ?, true, ?) on conflict (account) do nothing")
        .params(
            recipient.reader(),
            language,
            isAddress(recipient.reader()) ? recipient.reader() : null,
            Timestamp.from(time.instant()))
        .update();
    jdbc.sql("update trame.reader_preference set language = ? where account = ? and language <> ?")
        .params(language, recipient.reader(), language)
        .update();
  }

  /** Where this person is written to, if an address is known. */
  @Transactional(readOnly = true)
  public Optional<String> address(ReaderPreference preference) {
    return Optional.ofNullable(preference.mailAddress())
        .or(() -> accounts.mailAddress(preference.account()).filter(Preferences::isAddress));
  }

  /**
   * Keeps a person's choice.
   *
   * @throws org.trame.input.Refusal if the language is unknown or the address is none
   */
  public void choose(ReaderPreference chosen) {
    String address = chosen.mailAddress() == null ? "" : chosen.mailAddress().strip();
    new Check()
        .that(
            "fr".equals(chosen.language()) || "nl".equals(chosen.language()),
            "language",
            "refusal.preference.language")
        .that(address.isEmpty() || isAddress(address), "mailAddress", "refusal.preference.address")
        .done();
    jdbc.sql(
            "insert into trame.reader_preference (account, language, mail_address, mails,"
                + " changed_at) values (?, ?, ?, ?, ?) on conflict (account) do update set"
                + " language = excluded.language, mail_address = excluded.mail_address, mails ="
                + " excluded.mails, changed_at = excluded.changed_at")
        .params(
            chosen.account(),
            chosen.language(),
            address.isEmpty() ? null : address,
            chosen.mails(),
            Timestamp.from(time.instant()))
        .update();
  }

  private static boolean isAddress(String text) {
    if (text.length() > LONGEST_ADDRESS || !ADDRESS.matcher(text).matches()) {
      return false;
    }
    try {
      new InternetAddress(text, true).validate();
      return text.indexOf('@') > 0;
    } catch (AddressException e) {
      return false;
    }
  }
}
