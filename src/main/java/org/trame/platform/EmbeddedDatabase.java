package org.trame.platform;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.SpringApplication;
import org.springframework.util.FileSystemUtils;

/**
 * A PostgreSQL server on the loopback interface whose data live in a folder of Trame.
 *
 * <p>The folder holds {@code data/}, {@code password} (readable by its owner only), {@code port},
 * {@code server.log} and {@code lock}. The lock belongs to the JVM: the system frees it however the
 * JVM ends, so whoever gets it may stop the server a crash left behind.
 */
final class EmbeddedDatabase {

  /** The role and the database of the durable server. */
  static final String NAME = "trame";

  private static final String ADMINISTRATOR = "postgres";
  private static final Logger LOG = LoggerFactory.getLogger(EmbeddedDatabase.class);
  private static final Map<Path, EmbeddedDatabase> RUNNING = new HashMap<>();
  private static EmbeddedDatabase throwAway;
  private static int throwAwayDatabases;

  private final PostgresBinaries binaries;
  private final Path folder;
  private final boolean durable;
  private final FileChannel lock;
  private final String password;
  private int port;

  /** Where to connect. */
  record Access(String url, String user, String password) {}

  private EmbeddedDatabase(
      PostgresBinaries binaries, Path folder, FileChannel lock, boolean durable)
      throws IOException {
    this.binaries = binaries;
    this.folder = folder;
    this.durable = durable;
    this.lock = lock;
    this.password = password();
  }

  /**
   * Starts the durable server of this home, or finds it started by this JVM.
   *
   * @throws StartupFailure if the folder cannot be written, is used by another process, or its
   *     server does not start
   */
  static synchronized Access durable(Path home) {
    try {
      Path folder = Files.createDirectories(home.resolve("database")).toRealPath();
      EmbeddedDatabase database = RUNNING.get(folder);
      if (database == null) {
        PostgresBinaries binaries = PostgresBinaries.unpackedUnder(home);
        FileChannel lock = lock(folder).orElseThrow(() -> inUse(folder));
        database = new EmbeddedDatabase(binaries, folder, lock, true).start();
        RUNNING.put(folder, database);
      }
      database.createIfMissing(NAME);
      return database.access(NAME);
    } catch (IOException e) {
      throw notWritable(home, e);
    } catch (SQLException e) {
      throw notStarted(home.resolve("database"), e);
    }
  }

  /**
   * Creates an empty database on a server that disappears with this JVM.
   *
   * @throws StartupFailure if the folder cannot be written or the server does not start
   */
  static synchronized Access throwAway(Path home) {
    try {
      if (throwAway == null) {
        Path parent = Files.createDirectories(home.resolve("throw-away")).toRealPath();
        PostgresBinaries binaries = PostgresBinaries.unpackedUnder(home);
        removeAbandoned(parent, binaries);
        Path folder = Files.createTempDirectory(parent, "");
        FileChannel lock = lock(folder).orElseThrow(() -> inUse(folder));
        throwAway = new EmbeddedDatabase(binaries, folder, lock, false).start();
      }
      String name = NAME + "_" + ++throwAwayDatabases;
      throwAway.createIfMissing(name);
      return throwAway.access(name);
    } catch (IOException e) {
      throw notWritable(home, e);
    } catch (SQLException e) {
      throw notStarted(home.resolve("throw-away"), e);
    }
  }

  private Access access(String database) {
    return new Access(url(database), NAME, password);
  }

  private String url(String database) {
    return "jdbc:postgresql://127.0.0.1:" + port + "/" + database;
  }

  private EmbeddedDatabase start() throws IOException {
    boolean started = false;
    try {
      initialise();
      stopLeftBehind();
      port = choosePort();
      started = binaries.run(log(), "pg_ctl", startArguments()) == 0;
    } finally {
      if (!started) {
        lock.close();
      }
    }
    if (!started) {
      throw notStarted(folder, null);
    }
    // Runs after the application contexts, and so their connections, are closed.
    SpringApplication.getShutdownHandlers().add(this::stop);
    LOG.debug("PostgreSQL started on port {} with the data of {}", port, data());
    return this;
  }

  private List<String> startArguments() {
    String safe = durable ? "on" : "off";
    Map<String, String> settings =
        Map.of(
            "listen_addresses",
            "127.0.0.1",
            "unix_socket_directories",
            "",
            "fsync",
            safe,
            "full_page_writes",
            safe,
            "synchronous_commit",
            safe,
            "max_connections",
            durable ? "50" : "200",
            "shared_buffers",
            "64MB");
    StringBuilder options = new StringBuilder("-p ").append(port);
    settings.forEach((name, value) -> options.append(" -c ").append(name + "=" + value));
    return List.of(
        "-D",
        data().toString(),
        "-l",
        log().toString(),
        "-w",
        "-t",
        "60",
        "-o",
        options.toString(),
        "start");
  }

  /** Creates the cluster in a folder of its own first: a crash leaves nothing half made. */
  private void initialise() throws IOException {
    if (Files.isDirectory(data())) {
      return;
    }
    Path fresh = folder.resolve("data.new");
    FileSystemUtils.deleteRecursively(fresh);
    List<String> arguments =
        new ArrayList<>(
            List.of(
                "-D",
                fresh.toString(),
                "-U",
                ADMINISTRATOR,
                "-A",
                "scram-sha-256",
                "--pwfile=" + passwordFile(),
                "-E",
                "UTF8",
                "--locale=C",
                "--locale-provider=builtin",
                "--builtin-locale=C.UTF-8"));
    arguments.add(durable ? "--data-checksums" : "--no-sync");
    if (binaries.run(log(), "initdb", arguments) != 0) {
      throw notStarted(folder, null);
    }
    Files.move(fresh, data(), StandardCopyOption.ATOMIC_MOVE);
  }

  private void createIfMissing(String database) throws SQLException {
    try (Connection connection =
            DriverManager.getConnection(url(ADMINISTRATOR), ADMINISTRATOR, password);
        Statement statement = connection.createStatement()) {
      if (isEmpty(statement, "SELECT FROM pg_roles WHERE rolname = '" + NAME + "'")) {
        statement.execute("CREATE ROLE " + NAME + " LOGIN PASSWORD '" + password + "'");
      }
      if (isEmpty(statement, "SELECT FROM pg_database WHERE datname = '" + database + "'")) {
        statement.execute("CREATE DATABASE " + database + " OWNER " + NAME);
      }
    }
  }

  private static boolean isEmpty(Statement statement, String query) throws SQLException {
    try (ResultSet rows = statement.executeQuery(query)) {
      return !rows.next();
    }
  }

  private void stop() {
    try {
      binaries.run(log(), "pg_ctl", stopArguments());
      lock.close();
      if (!durable) {
        FileSystemUtils.deleteRecursively(folder);
      }
    } catch (IOException e) {
      LOG.warn("PostgreSQL was not stopped cleanly", e);
    }
  }

  private List<String> stopArguments() {
    return List.of(
        "-D", data().toString(), "-m", durable ? "fast" : "immediate", "-w", "-t", "60", "stop");
  }

  /** A server whose JVM was killed: stopped cleanly, so that the next one owns its process. */
  private void stopLeftBehind() throws IOException {
    Path pidFile = data().resolve("postmaster.pid");
    if (!Files.exists(pidFile)) {
      return;
    }
    Optional<ProcessHandle> process =
        Files.readAllLines(pidFile).stream()
            .findFirst()
            .filter(pid -> pid.matches("[0-9]+"))
            .flatMap(pid -> ProcessHandle.of(Long.parseLong(pid)));
    if (process.filter(binaries::isRunBy).isPresent()) {
      LOG.info("Stopping the PostgreSQL an interrupted Trame left running");
      binaries.run(log(), "pg_ctl", stopArguments());
    } else {
      // The number belongs to nobody, or to another program since the machine restarted.
      Files.deleteIfExists(pidFile);
    }
  }

  /** The throw-away servers of killed JVMs. A folder without a lock yet is being made. */
  private static void removeAbandoned(Path parent, PostgresBinaries binaries) throws IOException {
    List<Path> folders;
    try (Stream<Path> children = Files.list(parent)) {
      folders = children.filter(folder -> Files.exists(folder.resolve("lock"))).toList();
    }
    for (Path folder : folders) {
      Optional<FileChannel> lock = lock(folder);
      if (lock.isPresent()) {
        new EmbeddedDatabase(binaries, folder, lock.get(), false).stopLeftBehind();
        lock.get().close();
        FileSystemUtils.deleteRecursively(folder);
      }
    }
  }

  private int choosePort() throws IOException {
    Path file = folder.resolve("port");
    String remembered = Files.exists(file) ? Files.readString(file) : "";
    int chosen = remembered.matches("[0-9]{1,5}") ? free(Integer.parseInt(remembered)) : 0;
    if (chosen == 0) {
      chosen = free(0);
      Files.writeString(file, Integer.toString(chosen));
    }
    return chosen;
  }

  /** This port of the loopback interface, or any for 0; 0 if it is taken. */
  private static int free(int port) {
    try (ServerSocket socket = new ServerSocket(port, 1, InetAddress.getByName("127.0.0.1"))) {
      return socket.getLocalPort();
    } catch (IOException taken) {
      return 0;
    }
  }

  private String password() throws IOException {
    Path file = passwordFile();
    if (!Files.exists(file)) {
      byte[] random = new byte[24];
      new SecureRandom().nextBytes(random);
      Path fresh = folder.resolve("password.new");
      Files.deleteIfExists(fresh);
      if (FileSystems.getDefault().supportedFileAttributeViews().contains("posix")) {
        Files.createFile(
            fresh,
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
      }
      Files.writeString(fresh, Base64.getUrlEncoder().withoutPadding().encodeToString(random));
      Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE);
    }
    return Files.readString(file).strip();
  }

  private Path data() {
    return folder.resolve("data");
  }

  private Path log() {
    return folder.resolve("server.log");
  }

  private Path passwordFile() {
    return folder.resolve("password");
  }

  private static Optional<FileChannel> lock(Path folder) throws IOException {
    FileChannel channel =
        FileChannel.open(
            folder.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    try {
      FileLock held = channel.tryLock();
      if (held != null) {
        return Optional.of(channel);
      }
    } catch (OverlappingFileLockException e) {
      LOG.trace("held by this JVM", e);
    }
    channel.close();
    return Optional.empty();
  }

  private static StartupFailure inUse(Path folder) {
    return new StartupFailure(
        "Le dossier de données "
            + folder
            + " est déjà utilisé par un autre Trame : arrêtez-le, ou choisissez un autre dossier"
            + " par TRAME_HOME.");
  }

  private static StartupFailure notWritable(Path home, IOException cause) {
    return new StartupFailure(
        "Le dossier de données "
            + home
            + " ne peut pas être écrit : donnez-y le droit d'écriture, ou choisissez un autre"
            + " dossier par TRAME_HOME.",
        cause);
  }

  private static StartupFailure notStarted(Path folder, Exception cause) {
    return new StartupFailure(
        "La base de données embarquée n'a pas démarré : lisez "
            + folder.resolve("server.log")
            + ", ou indiquez une autre base par SPRING_DATASOURCE_URL.",
        cause);
  }
}
