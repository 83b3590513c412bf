package org.trame.feed;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The private link of each account that wants one. Who has the link reads the calendar: it is
 * random, can be renewed, and only its hash is kept, so that it is shown once and never again.
 */
@Component
@Transactional
public class CalendarLinks {

  private static final int TOKEN_BYTES = 32;

  private final JdbcClient jdbc;
  private final Clock time;
  private final SecureRandom random = new SecureRandom();

  CalendarLinks(JdbcClient jdbc, Clock time) {
    this.jdbc = jdbc;
    this.time = time;
  }

  /**
   * Makes a link for an account; the one before is dead.
   *
   * @return its token, which nobody can find again
   */
  public String renew(String account) {
    byte[] bytes = new byte[TOKEN_BYTES];
    random.nextBytes(bytes);
    String token = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    jdbc.sql(
            "insert into trame.calendar_link (account, token_hash, created_at) values (?, ?, ?)"
                + " on conflict (account) do update set token_hash = excluded.token_hash,"
                + " created_at = excluded.created_at")
        .params(account, hash(token), Timestamp.from(time.instant()))
        .update();
    return token;
  }

  /** Takes the link of an account away. */
  public void remove(String account) {
    jdbc.sql("delete from trame.calendar_link where account = ?").param(account).update();
  }

  /** When the link of an account was made, if it has one. */
  @Transactional(readOnly = true)
  public Optional<Instant> madeAt(String account) {
    return jdbc.sql("select created_at from trame.calendar_link where account = ?")
        .param(account)
        .query(Timestamp.class)
        .optional()
        .map(Timestamp::toInstant);
  }

  /** The account a token was made for. The hash is looked up, so no comparison leaks the token. */
  @Transactional(readOnly = true)
  public Optional<String> owner(String token) {
    return jdbc.sql("select account from trame.calendar_link where token_hash = ?")
        .param(hash(token))
        .query(String.class)
        .optional();
  }

  private static String hash(String token) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.US_ASCII));
      return HexFormat.of().formatHex(digest);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java has SHA-256", e);
    }
  }
}
