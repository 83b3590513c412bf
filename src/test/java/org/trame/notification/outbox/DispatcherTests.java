package org.trame.notification.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.security.MessageDigest;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import org.trame.TrameTest;
import org.trame.notification.Announcement;
import org.trame.notification.Announcements;
import org.trame.notification.Digests;
import org.trame.notification.Locks;
import org.trame.notification.Preferences;
import org.trame.notification.ReaderPreference;
import org.trame.notification.Recipient;
import org.trame.workflow.TrameClock;

/** Each mail leaves once, and whatever the server says is kept. */
@TrameTest
class DispatcherTests {

  private static final LocalDate DAY = LocalDate.of(2072, 3, 2);

  @Autowired Announcements announcements;
  @Autowired Digests digests;
  @Autowired Preferences preferences;
  @Autowired TransactionTemplate transaction;
  @Autowired DataSource database;
  @Autowired JdbcClient jdbc;
  @Autowired TrameClock clock;

  private ScriptedServer server;
  private String reader;
  private int mail;

  @BeforeEach
  void oneMail() throws Exception {
    clock.moveTo(DAY.atTime(9, 0).atZone(TrameClock.BRUSSELS).toInstant());
    digests.compose();
    TestPost.keep(database, clock);
    server = new ScriptedServer();
    reader = "reader-" + UUID.randomUUID();
    mail = mail(reader);
  }

  @AfterEach
  void realTime() throws Exception {
    TestPost.keep(database, clock);
    server.close();
    clock.release();
  }

  @Test
  void theProofIsKept() throws Exception {
    assertThat(send()).isEqualTo(1);
    Map<String, Object> row = row();
    assertThat(row).containsEntry("state", "SENT").containsEntry("attempts", 0);
    assertThat(row.get("server_reply")).isEqualTo("250 2.0.0 queued as 4711");
    assertThat(row.get("sent_at")).isNotNull();
    byte[] source = (byte[]) row.get("source");
    assertThat(new String(source, "UTF-8")).contains("Message-ID: " + row.get("message_id"));
    assertThat(row.get("sha256"))
        .as("of what went over the connection")
        .isEqualTo(HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(source)));
    assertThat(send()).as("once").isZero();
    assertThat(server.commands()).containsOnlyOnce(ScriptedServer.DOT);
    org.assertj.core.api.Assertions.assertThatThrownBy(
            () ->
                jdbc.sql("update trame.mail set sent_at = now() where id = ?").param(mail).update())
        .isInstanceOf(DataAccessException.class)
        .hasMessageContaining("stays as it is");
  }

  @Test
  void oneConnectionServesAllMails() throws Exception {
    mail("reader-" + UUID.randomUUID());
    mail("reader-" + UUID.randomUUID());
    assertThat(send()).isEqualTo(3);
    assertThat(server.commands()).containsOnlyOnce("EHLO");
  }

  @Test
  void aServerThatIsDownIsAskedAgainAfterGrowingPauses() throws Exception {
    int nobody;
    try (ServerSocket closed = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      nobody = closed.getLocalPort();
    }
    for (int minutes : new int[] {1, 2, 4, 8, 16, 32, 60, 60}) {
      TestPost.send(database, nobody, clock);
      assertThat(pause()).isEqualTo(Duration.ofMinutes(minutes));
      assertThat(TestPost.send(database, server.port(), clock)).as("too early").isZero();
      clock.moveTo(clock.instant().plus(Duration.ofMinutes(minutes)));
    }
    assertThat(row().get("last_error")).asString().contains("refused");
    assertThat(send()).as("up again").isEqualTo(1);
    assertThat(row()).containsEntry("state", "SENT").containsEntry("attempts", 8);
  }

  @Test
  void aServerThatIsDownIsAskedOnceForAllMails() throws Exception {
    int other = mail("reader-" + UUID.randomUUID());
    server.answers("EHLO", "421 closing");
    send();
    assertThat(server.commands().stream().filter("EHLO"::equals)).hasSize(1);
    assertThat(row(other)).containsEntry("state", "READY").containsEntry("attempts", 1);
    assertThat(row()).containsEntry("attempts", 1);
  }

  @Test
  void aTemporaryRefusalIsTriedAgain() throws Exception {
    server.answers("RCPT", "451 4.7.1 greylisted");
    send();
    assertThat(row()).containsEntry("state", "READY").containsEntry("attempts", 1);
    assertThat(row().get("last_error")).isEqualTo("451 4.7.1 greylisted");
    server.answers("RCPT", "250 ok");
    server.answers(ScriptedServer.DOT, "452 4.3.1 disk full");
    clock.moveTo(clock.instant().plus(Duration.ofMinutes(1)));
    send();
    assertThat(row()).containsEntry("state", "READY").containsEntry("attempts", 2);
    server.answers(ScriptedServer.DOT, "250 ok");
    clock.moveTo(clock.instant().plus(Duration.ofMinutes(2)));
    assertThat(send()).isEqualTo(1);
  }

  @Test
  void aRefusalForGoodIsKeptInTheServersWords() throws Exception {
    server.answers("RCPT", "550 5.1.1 no such mailbox");
    send();
    assertThat(row()).containsEntry("state", "FAILED");
    assertThat(row().get("last_error")).isEqualTo("550 5.1.1 no such mailbox");
    int other = mail("reader-" + UUID.randomUUID());
    server.answers("RCPT", "250 ok");
    server.answers(ScriptedServer.DOT, "554 5.7.1 looks like spam");
    assertThat(send()).isZero();
    assertThat(row(other)).containsEntry("state", "FAILED");
    assertThat(row(other).get("last_error")).isEqualTo("554 5.7.1 looks like spam");
  }

  @Test
  void aRefusalOfOurOwnAddressIsNoMailsFault() throws Exception {
    server.answers("MAIL", "553 5.7.1 sender rejected");
    send();
    assertThat(row()).containsEntry("state", "READY").containsEntry("attempts", 1);
  }

  @Test
  void aConnectionLostBeforeTheDotIsTriedAgain() throws Exception {
    server.answers("DATA", ScriptedServer.HANGS_UP);
    send();
    assertThat(row()).containsEntry("state", "READY").containsEntry("attempts", 1);
  }

  @Test
  void aConnectionLostAfterTheDotIsUncertainAndNotTriedAgain() throws Exception {
    server.answers(ScriptedServer.DOT, ScriptedServer.HANGS_UP);
    send();
    assertThat(row()).containsEntry("state", "UNCERTAIN");
    server.answers(ScriptedServer.DOT, "250 ok");
    clock.moveTo(clock.instant().plus(Duration.ofDays(1)));
    assertThat(send()).isZero();
    assertThat(server.commands()).containsOnlyOnce(ScriptedServer.DOT);
  }

  @Test
  void aMailAnotherNodeIsSendingIsLeftAlone() throws Exception {
    try (Connection other = database.getConnection()) {
      lock(other, "pg_advisory_lock");
      assertThat(send()).isZero();
      jdbc.sql(
              "update trame.mail set state = 'SENDING', sending_at = now(), source = '', sha256 ="
                  + " '' where id = ?")
          .param(mail)
          .update();
      assertThat(send()).isZero();
      assertThat(row()).as("it is alive").containsEntry("state", "SENDING");
      lock(other, "pg_advisory_unlock");
    }
    assertThat(send()).isZero();
    assertThat(row()).as("its node died").containsEntry("state", "UNCERTAIN");
    assertThat(server.commands()).doesNotContain(ScriptedServer.DOT);
  }

  @Test
  void theDotIsWithheldFromAMailThatWasTakenAway() throws Exception {
    // Between opening the mail and the dot, somebody without the lock keeps it.
    server.answers("RCPT", "250 ok");
    var office =
        new SmtpServer(TestPost.settings(server.port())) {
          @Override
          public OnceTransport connect() throws jakarta.mail.MessagingException {
            jdbc.sql("update trame.mail set state = 'KEPT', kept_why = 'NO_SERVER' where id = ?")
                .param(mail)
                .update();
            return super.connect();
          }
        };
    assertThat(new Dispatcher(database, office, TestPost.FROM, clock).run()).isZero();
    assertThat(server.commands()).contains("DATA").doesNotContain(ScriptedServer.DOT);
    assertThat(row()).containsEntry("state", "KEPT");
  }

  @Test
  void aRealServerTakesIt() throws Exception {
    GreenMail real = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
    real.start();
    try {
      assertThat(TestPost.send(database, real.getSmtp().getPort(), clock)).isEqualTo(1);
      assertThat(real.getReceivedMessages())
          .singleElement()
          .satisfies(
              m ->
                  assertThat(m.getHeader("Message-ID"))
                      .containsExactly((String) row().get("message_id")));
    } finally {
      real.stop();
    }
  }

  private int send() {
    return TestPost.send(database, server.port(), clock);
  }

  private int mail(String account) {
    preferences.choose(new ReaderPreference(account, "fr", account + "@commune.example", true));
    transaction.executeWithoutResult(
        t ->
            announcements.tell(
                Recipient.account(account),
                Announcement.Kind.WARNED,
                "some-programme",
                null,
                Map.of("step", "council-vote", "due", "2072-03-09"),
                DAY));
    digests.compose();
    return jdbc.sql("select id from trame.mail where account = ?")
        .param(account)
        .query(Integer.class)
        .single();
  }

  private Map<String, Object> row() {
    return row(mail);
  }

  private Map<String, Object> row(int id) {
    return jdbc.sql("select * from trame.mail where id = ?").param(id).query().singleRow();
  }

  private Duration pause() {
    return Duration.between(
        clock.instant(), ((java.sql.Timestamp) row().get("next_try_at")).toInstant());
  }

  private void lock(Connection connection, String function) throws SQLException {
    try (var statement =
        connection.prepareStatement("select " + function + "(" + Locks.MAIL + ", " + mail + ")")) {
      statement.execute();
    }
  }
}
