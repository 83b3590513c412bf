package org.trame.notification.outbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import org.trame.TrameApplication;
import org.trame.access.Actor;
import org.trame.access.Role;
import org.trame.notification.Announcement;
import org.trame.notification.Announcements;
import org.trame.notification.Digests;
import org.trame.notification.Mails;
import org.trame.notification.Preferences;
import org.trame.notification.ReaderPreference;
import org.trame.notification.Recipient;

/** Nodes that are processes of their own, on one database, with a real mail server. */
@Tag("own-jvm")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TwoNodesTests {

  private static final int MANY = 1000;
  private static final int FEW = 5;
  private static final Duration LONG = Duration.ofSeconds(60);

  private final List<Process> processes = new ArrayList<>();
  private ConfigurableApplicationContext program;
  private JdbcClient jdbc;
  private DataSource database;
  private GreenMail server;

  @BeforeAll
  void database() {
    // A node that dies cuts its connection: the mail server's thread ends with that, not the test.
    Awaitility.doNotCatchUncaughtExceptionsByDefault();
    program =
        new SpringApplicationBuilder(TrameApplication.class)
            .run(
                "--server.port=0",
                "--trame.database.throw-away=true",
                "--trame.demo=false",
                "--trame.mail.dispatch=false",
                "--camunda.bpm.job-execution.enabled=false");
    jdbc = program.getBean(JdbcClient.class);
    database = program.getBean(DataSource.class);
  }

  @AfterAll
  void stopDatabase() {
    Awaitility.reset();
    program.close();
  }

  @BeforeEach
  void mailServer() {
    server = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
    server.start();
  }

  @AfterEach
  void stopAll() {
    processes.forEach(Process::destroyForcibly);
    processes.clear();
    TestPost.keep(database, Clock.systemUTC());
    server.stop();
  }

  @Test
  void twoNodesSendAThousandRemindersOnce() throws Exception {
    Set<String> written = remind(MANY);
    Process first = node(Node.Death.NEVER);
    Process second = node(Node.Death.NEVER);
    long began = System.nanoTime();
    begin(first);
    begin(second);
    await().atMost(LONG).until(() -> count("READY", "SENDING") == 0);
    double seconds = (System.nanoTime() - began) / 1e9;
    int ofFirst = end(first);
    int ofSecond = end(second);

    assertThat(arrived()).hasSize(MANY).containsExactlyInAnyOrderElementsOf(written);
    assertThat(count("SENT")).isEqualTo(MANY);
    assertThat(ofFirst + ofSecond).isEqualTo(MANY);
    assertThat(ofFirst).as("both work").isBetween(1, MANY - 1);
    System.out.printf(
        Locale.ROOT,
        "%d reminders by two nodes (%d + %d) in %.1f s: %.0f mails/s%n",
        MANY,
        ofFirst,
        ofSecond,
        seconds,
        MANY / seconds);
  }

  @Test
  void aNodeKilledMidwayLosesAndRepeatsNothing() throws Exception {
    Set<String> written = remind(MANY);
    Process killed = node(Node.Death.NEVER);
    Process other = node(Node.Death.NEVER);
    begin(killed);
    begin(other);
    await().atMost(LONG).pollInterval(Duration.ofMillis(5)).until(() -> count("SENT") > MANY / 3);
    killed.destroyForcibly().waitFor();
    int atDeath = server.getReceivedMessages().length;
    await().atMost(LONG).until(() -> count("READY", "SENDING") == 0);
    end(other);

    List<String> arrived = arrived();
    List<String> uncertain = messageIds("UNCERTAIN");
    assertThat(atDeath).as("midway").isLessThan(MANY);
    assertThat(arrived).doesNotHaveDuplicates().isSubsetOf(written);
    assertThat(uncertain).hasSizeLessThanOrEqualTo(1);
    assertThat(arrived).containsAll(messageIds("SENT"));
    List<String> lost = uncertain.stream().filter(id -> !arrived.contains(id)).toList();
    assertThat(arrived.size() + lost.size()).isEqualTo(MANY);
    lost.forEach(this::sendAgain);
    sendHere();
    assertThat(arrived()).containsExactlyInAnyOrderElementsOf(written);
    System.out.printf(
        Locale.ROOT,
        "a node killed when %d of %d had arrived: %d arrived, none twice; uncertain: %d, of which"
            + " %d had arrived%n",
        atDeath,
        MANY,
        arrived.size(),
        uncertain.size(),
        uncertain.size() - lost.size());
  }

  @Test
  void whatANodeHadNotFinishedIsSentByAnother() throws Exception {
    Set<String> written = remind(FEW);
    dies(Node.Death.BEFORE_SENDING);
    assertThat(arrived()).isEmpty();
    assertThat(count("READY")).isEqualTo(FEW);
    await().atMost(LONG).until(() -> sendHere() == 0 && count("READY") == 0);
    assertThat(arrived()).containsExactlyInAnyOrderElementsOf(written);
    assertThat(count("SENT")).isEqualTo(FEW);
  }

  @Test
  void whatANodeFinishedIsNotSentAgain() throws Exception {
    Set<String> written = remind(FEW);
    dies(Node.Death.AFTER_DOT);
    List<String> first = arrived();
    assertThat(first).hasSize(1);
    await().atMost(LONG).until(() -> sendHere() == 0 && count("READY", "SENDING") == 0);
    assertThat(arrived()).containsExactlyInAnyOrderElementsOf(written);
    assertThat(messageIds("UNCERTAIN")).isEqualTo(first);
    assertThat(sendHere()).isZero();
  }

  @Test
  void aDeathBetweenTheMarkAndTheDotIsUncertainToo() throws Exception {
    Set<String> written = remind(FEW);
    dies(Node.Death.BEFORE_DOT);
    assertThat(arrived()).isEmpty();
    await().atMost(LONG).until(() -> sendHere() == 0 && count("READY", "SENDING") == 0);
    assertThat(arrived()).hasSize(FEW - 1).doesNotContainAnyElementsOf(messageIds("UNCERTAIN"));
    assertThat(count("UNCERTAIN")).isEqualTo(1);
    messageIds("UNCERTAIN").forEach(this::sendAgain);
    sendHere();
    assertThat(arrived()).containsExactlyInAnyOrderElementsOf(written);
  }

  @Test
  void aDeathBeforeTheDotWasDueIsNoDoubt() throws Exception {
    Set<String> written = remind(FEW);
    dies(Node.Death.BEFORE_DOT);
    // As if it had died a moment sooner, when the dot was not announced yet.
    jdbc.sql("delete from trame.mail_dot").update();
    await().atMost(LONG).until(() -> sendHere() == 0 && count("READY", "SENDING") == 0);
    assertThat(arrived()).containsExactlyInAnyOrderElementsOf(written);
    assertThat(count("SENT")).isEqualTo(FEW);
  }

  @Test
  void aCrashOfTheDatabaseLeavesADoubt() throws Exception {
    remind(FEW);
    dies(Node.Death.BEFORE_DOT);
    // What PostgreSQL does to unlogged tables when it starts after a crash.
    jdbc.sql("truncate trame.mail_dot, trame.mail_run").update();
    await().atMost(LONG).until(() -> sendHere() == 0 && count("READY", "SENDING") == 0);
    assertThat(arrived()).hasSize(FEW - 1);
    assertThat(count("UNCERTAIN")).isEqualTo(1);
  }

  /**
   * Writes this many reminders, each to somebody else, and their mails; returns the Message-IDs.
   */
  private Set<String> remind(int number) {
    jdbc.sql("alter table trame.mail disable trigger mail_sent").update();
    jdbc.sql("truncate trame.mail, trame.announcement, trame.mail_dot").update();
    jdbc.sql("alter table trame.mail enable trigger mail_sent").update();
    Preferences preferences = program.getBean(Preferences.class);
    Announcements announcements = program.getBean(Announcements.class);
    LocalDate today = LocalDate.now(program.getBean(Clock.class));
    program
        .getBean(TransactionTemplate.class)
        .executeWithoutResult(
            t -> {
              for (int i = 0; i < number; i++) {
                String account = "reader-" + UUID.randomUUID();
                preferences.choose(
                    new ReaderPreference(
                        account, i % 2 == 0 ? "fr" : "nl", account + "@commune.example", true));
                announcements.tell(
                    Recipient.account(account),
                    Announcement.Kind.WARNED,
                    "programme-" + i,
                    null,
                    Map.of("step", "council-vote", "due", today.plusDays(7).toString()),
                    today);
              }
            });
    program.getBean(Digests.class).compose();
    Set<String> written = new HashSet<>(messageIds("READY"));
    assertThat(written).hasSize(number);
    return written;
  }

  /** What the administrator does when the recipient has not got it. */
  private void sendAgain(String messageId) {
    int id =
        jdbc.sql("select id from trame.mail where message_id = ?")
            .param(messageId)
            .query(Integer.class)
            .single();
    program
        .getBean(Mails.class)
        .sendAgain(new Actor("admin", List.of(Role.ADMINISTRATOR.code())), id);
  }

  private int sendHere() {
    return TestPost.send(database, server.getSmtp().getPort(), Clock.systemUTC());
  }

  private void dies(Node.Death death) throws Exception {
    Process mortal = node(death);
    begin(mortal);
    assertThat(mortal.waitFor(60, TimeUnit.SECONDS)).isTrue();
    assertThat(mortal.exitValue()).isEqualTo(Node.DIED);
  }

  private Process node(Node.Death death) throws IOException {
    var environment = program.getEnvironment();
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-Xmx128m",
                "-cp",
                System.getProperty("java.class.path"),
                Node.class.getName(),
                environment.getProperty("spring.datasource.url"),
                environment.getProperty("spring.datasource.username"),
                environment.getProperty("spring.datasource.password"),
                Integer.toString(server.getSmtp().getPort()),
                death.name())
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    processes.add(process);
    assertThat(output(process).readLine()).isEqualTo("ready");
    return process;
  }

  private static BufferedReader output(Process process) {
    return process.inputReader(StandardCharsets.UTF_8);
  }

  private static void begin(Process process) throws IOException {
    process.getOutputStream().write('\n');
    process.getOutputStream().flush();
  }

  /** Lets a node leave in order; returns how many mails it sent. */
  private static int end(Process process) throws IOException {
    process.getOutputStream().close();
    return Integer.parseInt(output(process).readLine());
  }

  private List<String> arrived() {
    return Arrays.stream(server.getReceivedMessages()).map(TwoNodesTests::messageId).toList();
  }

  private static String messageId(MimeMessage message) {
    try {
      return message.getMessageID();
    } catch (MessagingException e) {
      throw new AssertionError(e);
    }
  }

  private List<String> messageIds(String state) {
    return jdbc.sql("select message_id from trame.mail where state = ?")
        .param(state)
        .query(String.class)
        .list();
  }

  private int count(String... states) {
    return jdbc.sql("select count(*) from trame.mail where state in (:states)")
        .param("states", List.of(states))
        .query(Integer.class)
        .single();
  }
}
