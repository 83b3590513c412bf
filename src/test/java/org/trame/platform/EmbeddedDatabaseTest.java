package org.trame.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.NetworkInterface;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;

/** The embedded database keeps people's work: each holder is a process of its own. */
@TestInstance(Lifecycle.PER_CLASS)
class EmbeddedDatabaseTest {

  private Path home;
  private TerminalProcess holder;
  private EmbeddedDatabase.Access access;

  @BeforeAll
  void start(@TempDir Path folder) throws IOException {
    home = folder.resolve("a home with spaces");
    hold();
  }

  @AfterAll
  void stop() throws IOException, InterruptedException {
    holder.stop();
    holder.close();
  }

  @Test
  void aWrittenRowSurvivesKilledProcesses() throws Exception {
    execute("CREATE TABLE kept (line text)");
    for (String line : List.of("first", "second")) {
      execute("INSERT INTO kept VALUES ('" + line + "')");
      String port = access.url();
      holder.kill();
      assertThat(query("SELECT 1")).as("a crash leaves the server running").containsExactly("1");
      hold();
      assertThat(access.url()).as("the same port").isEqualTo(port);
    }
    assertThat(query("SELECT line FROM kept")).containsExactly("first", "second");
  }

  @Test
  void stoppedInOrderItLeavesNoServer() throws Exception {
    holder.stop();
    assertThatThrownBy(() -> query("SELECT 1"))
        .isInstanceOfSatisfying(
            SQLException.class, e -> assertThat(e.getSQLState()).isEqualTo("08001"));
    hold();
    assertThat(query("SELECT 1")).containsExactly("1");
  }

  @Test
  void aStalePidFileOfAnotherProgramIsNotObeyed() throws Exception {
    holder.stop();
    Process bystander = new ProcessBuilder("sleep", "60").start();
    try {
      Files.writeString(home.resolve("database/data/postmaster.pid"), bystander.pid() + "\n");
      hold();
      assertThat(query("SELECT 1")).containsExactly("1");
      assertThat(bystander.isAlive()).isTrue();
    } finally {
      bystander.destroy();
    }
  }

  @Test
  void aThrowAwayDatabaseDisappearsEvenAfterACrash() throws Exception {
    Path folders = home.resolve("throw-away");
    try (TerminalProcess killed = holder("--trame.database.throw-away=true")) {
      url(killed);
      killed.kill();
      assertThat(folders).isNotEmptyDirectory();
    }
    try (TerminalProcess next = holder("--trame.database.throw-away=true")) {
      url(next);
      try (var remaining = Files.list(folders)) {
        assertThat(remaining).hasSize(1);
      }
      next.stop();
      assertThat(folders).isEmptyDirectory();
    }
  }

  @Test
  void whatIsCommittedIsOnTheDisk() throws SQLException {
    assertThat(query("SHOW fsync")).containsExactly("on");
    assertThat(query("SHOW synchronous_commit")).containsExactly("on");
    assertThat(query("SHOW full_page_writes")).containsExactly("on");
    assertThat(query("SHOW data_checksums")).containsExactly("on");
  }

  @Test
  void nobodyEntersWithoutThePassword() throws SQLException {
    assertThat(query("SHOW password_encryption")).containsExactly("scram-sha-256");
    for (String user : List.of("trame", "postgres")) {
      for (String wrong : List.of("wrong", "")) {
        assertThatThrownBy(() -> DriverManager.getConnection(access.url(), user, wrong))
            .isInstanceOfSatisfying(
                SQLException.class, e -> assertThat(e.getSQLState()).isIn("28P01", "08004"));
      }
    }
  }

  @Test
  void thePasswordIsForItsOwnerOnly() throws IOException {
    assertThat(Files.getPosixFilePermissions(home.resolve("database/password")))
        .isEqualTo(PosixFilePermissions.fromString("rw-------"));
    assertThat(access.password()).hasSizeGreaterThanOrEqualTo(32);
  }

  @Test
  void theProgramIsNotTheServersAdministrator() throws SQLException {
    assertThat(query("SELECT rolsuper FROM pg_roles WHERE rolname = current_user"))
        .containsExactly("f");
  }

  @Test
  void onlyThisMachineReachesIt() throws Exception {
    int port = URI.create(access.url().substring("jdbc:".length())).getPort();
    List<InetAddress> others =
        NetworkInterface.networkInterfaces()
            .flatMap(NetworkInterface::inetAddresses)
            .filter(address -> !address.isLoopbackAddress())
            .toList();
    for (InetAddress address : others) {
      try (Socket socket = new Socket()) {
        assertThatThrownBy(() -> socket.connect(new InetSocketAddress(address, port), 500))
            .isInstanceOf(IOException.class);
      }
    }
    assertThat(query("SHOW listen_addresses")).containsExactly("127.0.0.1");
  }

  @Test
  void aSecondProcessOnTheSameFolderIsRefusedInOneSentence() throws Exception {
    try (TerminalProcess second = holder()) {
      assertThat(second.exitCode()).isEqualTo(1);
      assertThat(second.errors())
          .singleElement()
          .asString()
          .endsWith(
              "est déjà utilisé par un autre Trame : arrêtez-le, ou choisissez un autre dossier par TRAME_HOME.");
    }
    assertThat(query("SELECT 1")).containsExactly("1");
  }

  private void hold() throws IOException {
    if (holder != null) {
      holder.close();
    }
    holder = holder();
    String[] words = url(holder).split(" ");
    access = new EmbeddedDatabase.Access(words[0], words[1], words[2]);
  }

  private TerminalProcess holder(String... args) throws IOException {
    return TerminalProcess.start(DatabaseHolder.class, Map.of("TRAME_HOME", home.toString()), args);
  }

  /** Waits until the database is there. */
  private static String url(TerminalProcess process) throws IOException {
    String line = "";
    while (!line.startsWith("jdbc:")) {
      line = process.readLine();
      assertThat(line).as("where the database is").isNotNull();
    }
    return line;
  }

  private void execute(String sql) throws SQLException {
    try (Connection connection = connect();
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private List<String> query(String sql) throws SQLException {
    List<String> values = new ArrayList<>();
    try (Connection connection = connect();
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      while (rows.next()) {
        values.add(rows.getString(1));
      }
    }
    return values;
  }

  private Connection connect() throws SQLException {
    return DriverManager.getConnection(access.url(), access.user(), access.password());
  }
}
