package org.trame.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.autoconfigure.flyway.FlywayAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.DataSourceAutoConfiguration;
import org.springframework.boot.autoconfigure.web.servlet.DispatcherServletAutoConfiguration;
import org.springframework.boot.autoconfigure.web.servlet.ServletWebServerFactoryAutoConfiguration;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.trame.TrameApplication;

/** Each start that cannot succeed says why in one sentence, and nothing else. */
@ExtendWith(OutputCaptureExtension.class)
class StartupFailureTest {

  private static EmbeddedDatabase.Access server;

  /** The part of Trame that fails: with the engine and the pages each start would take long. */
  @Configuration(proxyBeanMethods = false)
  @ImportAutoConfiguration({
    DataSourceAutoConfiguration.class,
    FlywayAutoConfiguration.class,
    ServletWebServerFactoryAutoConfiguration.class,
    DispatcherServletAutoConfiguration.class
  })
  @Import(Schemas.class)
  static class SmallTrame {}

  @BeforeAll
  static void server() {
    server = EmbeddedDatabase.throwAway(Path.of(".trame"));
  }

  @Test
  void aPortIsTaken(CapturedOutput output) throws IOException {
    try (ServerSocket other = new ServerSocket(0)) {
      String port = Integer.toString(other.getLocalPort());
      assertRefused(
          output,
          "Le port "
              + port
              + " est déjà pris : arrêtez le programme qui l'occupe, ou choisissez un autre port par SERVER_PORT.",
          onServer("--server.port=" + port));
    }
  }

  @Test
  void aValueIsNotOne(CapturedOutput output) {
    assertRefused(
        output,
        "La configuration server.port est refusée : corrigez sa valeur « huit mille ».",
        onServer("--server.port=huit mille"));
  }

  @Test
  void theDatabaseDoesNotAnswer(CapturedOutput output) throws IOException {
    int closed;
    try (ServerSocket socket = new ServerSocket(0)) {
      closed = socket.getLocalPort();
    }
    assertRefused(
        output,
        "La base de données //127.0.0.1:%d/trame ne répond pas : vérifiez qu'elle est démarrée et que SPRING_DATASOURCE_URL est juste."
            .formatted(closed),
        "--spring.datasource.url=jdbc:postgresql://127.0.0.1:" + closed + "/trame");
  }

  @Test
  void thePasswordIsWrong() throws Exception {
    Map<String, String> environment =
        Map.of(
            "SPRING_DATASOURCE_URL", server.url(),
            "SPRING_DATASOURCE_USERNAME", server.user(),
            "SPRING_DATASOURCE_PASSWORD", "wrong");
    try (TerminalProcess trame = TerminalProcess.start(TrameApplication.class, environment)) {
      assertThat(trame.exitCode()).isEqualTo(1);
      assertThat(trame.errors())
          .containsExactly(
              "La base de données "
                  + server.url().substring("jdbc:postgresql:".length())
                  + " refuse le nom ou le mot de passe : vérifiez SPRING_DATASOURCE_USERNAME et SPRING_DATASOURCE_PASSWORD.");
      assertThat(trame.readLine()).as("standard output").isNull();
    }
  }

  @Test
  void theDatabaseDoesNotExist(CapturedOutput output) {
    String url = server.url().replaceFirst("/trame_.*", "/absent");
    assertRefused(
        output,
        "La base de données "
            + url.substring("jdbc:postgresql:".length())
            + " n'existe pas : créez-la, ou corrigez SPRING_DATASOURCE_URL.",
        onServer("--spring.datasource.url=" + url));
  }

  @Test
  void theDatabaseIsTooOld(CapturedOutput output) throws Exception {
    try (OldPostgres old = new OldPostgres("13.22")) {
      assertRefused(
          output,
          "La base de données //127.0.0.1:%d/trame est un PostgreSQL 13 : il faut PostgreSQL 14 ou plus récent."
              .formatted(old.port()),
          "--spring.datasource.url=jdbc:postgresql://127.0.0.1:%d/trame?sslmode=disable"
              .formatted(old.port()),
          "--spring.datasource.username=trame");
    }
  }

  @Test
  void theDatabaseIsNotPostgres(CapturedOutput output) {
    assertRefused(
        output,
        "SPRING_DATASOURCE_URL doit commencer par jdbc:postgresql: (Trame n'emploie que PostgreSQL).",
        "--spring.datasource.url=jdbc:mysql://localhost/trame");
  }

  @Test
  void theDomainSchemaIsNewer(CapturedOutput output) throws SQLException {
    assertNewerIsRefused(output, "trame");
  }

  @Test
  void theEngineSchemaIsNewer(CapturedOutput output) throws SQLException {
    assertNewerIsRefused(output, "camunda");
  }

  @Test
  void theDomainSchemaWasChanged(CapturedOutput output) throws SQLException {
    assertRefusedAfter(
        "UPDATE trame.flyway_schema_history SET checksum = 1 WHERE version IS NOT NULL",
        output,
        "Le schéma de la base de données n'est pas celui que ce programme a créé : restaurez une sauvegarde, ou démarrez la version de Trame qui l'a écrit.");
  }

  private static void assertNewerIsRefused(CapturedOutput output, String schema)
      throws SQLException {
    assertRefusedAfter(
        "INSERT INTO "
            + schema
            + ".flyway_schema_history VALUES"
            + " (1000, '999', 'later', 'SQL', 'V999__later.sql', 1, 'trame', now(), 1, true)",
        output,
        "La base de données est plus récente que ce programme (schéma "
            + schema
            + ", version 999) : démarrez la version de Trame qui l'a écrite, ou restaurez une"
            + " sauvegarde antérieure.");
  }

  /** A database as this program leaves it, then one change, then a second start. */
  private static void assertRefusedAfter(String change, CapturedOutput output, String sentence)
      throws SQLException {
    EmbeddedDatabase.Access database = EmbeddedDatabase.throwAway(Path.of(".trame"));
    String[] args = on(database, "--server.port=0");
    try (ConfigurableApplicationContext first = SpringApplication.run(SmallTrame.class, args)) {
      assertThat(first.isRunning()).isTrue();
    }
    try (Connection connection =
            DriverManager.getConnection(database.url(), database.user(), database.password());
        Statement statement = connection.createStatement()) {
      assertThat(statement.executeUpdate(change)).isPositive();
    }
    assertRefused(output, sentence, args);
  }

  @Test
  void theUserMayNotCreateSchemas(CapturedOutput output) throws SQLException {
    EmbeddedDatabase.Access database = EmbeddedDatabase.throwAway(Path.of(".trame"));
    try (Connection connection =
            DriverManager.getConnection(database.url(), "postgres", database.password());
        Statement statement = connection.createStatement()) {
      statement.execute("CREATE ROLE reader LOGIN PASSWORD 'reader'");
    }
    assertRefused(
        output,
        "L'utilisateur de la base de données n'a pas le droit de créer les schémas trame et camunda : exécutez « GRANT CREATE ON DATABASE ... TO ... » pour lui.",
        on(new EmbeddedDatabase.Access(database.url(), "reader", "reader")));
  }

  @Test
  void theDataFolderCannotBeWritten(CapturedOutput output, @TempDir Path folder)
      throws IOException {
    Path home = Files.createFile(folder.resolve("file")).resolve("home");
    assertRefused(
        output,
        "Le dossier de données "
            + home
            + " ne peut pas être écrit : donnez-y le droit d'écriture, ou choisissez un autre dossier par TRAME_HOME.",
        "--trame.home=" + home);
  }

  @Test
  void aRuleTablePutIntoTheFolderIsWrong(@TempDir Path folder) throws Exception {
    EmbeddedDatabase.Access database = EmbeddedDatabase.throwAway(Path.of(".trame"));
    String seats = "bpmn/regimes/contrat-de-quartier/ContratDeQuartierSeats.dmn";
    Path broken = folder.resolve("bpmn/law/Sieges.dmn");
    Files.createDirectories(broken.getParent());
    Files.writeString(
        broken,
        Files.readString(Path.of(seats))
            .replace("ContratDeQuartierSeats", "Sieges")
            .replace("\"MISSION_LOCALE\"", "\"INHABITANT\""));
    String classPath = folder + java.io.File.pathSeparator + System.getProperty("java.class.path");
    try (TerminalProcess trame =
        TerminalProcess.start(
            classPath,
            TrameApplication.class,
            Map.of(
                "SERVER_PORT", "0",
                "SPRING_DATASOURCE_URL", database.url(),
                "SPRING_DATASOURCE_USERNAME", database.user(),
                "SPRING_DATASOURCE_PASSWORD", database.password()))) {
      assertThat(trame.exitCode()).isEqualTo(1);
      assertThat(trame.errors())
          .filteredOn(line -> !line.startsWith("SLF4J(W)"))
          .containsExactly(
              "La table de règles bpmn/law/Sieges.dmn est refusée, ligne 3 : elle vaut en même temps que la ligne 1 (category : « INHABITANT »).");
    }
    try (Connection connection =
            DriverManager.getConnection(database.url(), database.user(), database.password());
        Statement statement = connection.createStatement();
        var deployments =
            statement.executeQuery("SELECT count(*) FROM camunda.act_re_deployment")) {
      deployments.next();
      assertThat(deployments.getInt(1)).as("nothing is deployed").isZero();
    }
  }

  @Test
  void theCommandIsUnknown() throws Exception {
    try (TerminalProcess trame =
        TerminalProcess.start(TrameApplication.class, Map.of(), "jouer", "x.yaml")) {
      assertThat(trame.exitCode()).isEqualTo(2);
      assertThat(trame.errors()).singleElement().asString().startsWith("Commande inconnue : jouer");
    }
  }

  private static String[] onServer(String... args) {
    return on(server, args);
  }

  /** Later arguments win, as in a command line: the given ones are put last. */
  private static String[] on(EmbeddedDatabase.Access access, String... args) {
    List<String> all = new ArrayList<>(List.of(args));
    if (all.stream().noneMatch(arg -> arg.startsWith("--spring.datasource.url="))) {
      all.add("--spring.datasource.url=" + access.url());
    }
    all.add("--spring.datasource.username=" + access.user());
    all.add("--spring.datasource.password=" + access.password());
    return all.toArray(String[]::new);
  }

  private static void assertRefused(CapturedOutput output, String sentence, String... args) {
    int logged = output.getOut().length();
    Throwable failure = catchThrowable(() -> SpringApplication.run(SmallTrame.class, args).close());
    assertThat(failure).isNotNull();
    assertThat(output.getErr()).isEqualTo(sentence + System.lineSeparator());
    assertThat(output.getOut().substring(logged))
        .as("the log")
        .doesNotContain("Exception")
        .doesNotContain("\tat ");
  }
}
