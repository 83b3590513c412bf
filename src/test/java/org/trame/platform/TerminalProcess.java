package org.trame.platform;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** A Java program run as people run it: a process with its own error stream and exit code. */
final class TerminalProcess implements AutoCloseable {

  private final Process process;
  private final Path errors;

  private TerminalProcess(Process process, Path errors) {
    this.process = process;
    this.errors = errors;
  }

  static TerminalProcess start(Class<?> main, Map<String, String> environment, String... args)
      throws IOException {
    return start(System.getProperty("java.class.path"), main, environment, args);
  }

  static TerminalProcess start(
      String classPath, Class<?> main, Map<String, String> environment, String... args)
      throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-XX:TieredStopAtLevel=1", "-cp", classPath));
    command.add(main.getName());
    command.addAll(List.of(args));
    File errors = File.createTempFile("trame", ".err");
    ProcessBuilder builder = new ProcessBuilder(command).redirectError(errors);
    builder.environment().putAll(environment);
    return new TerminalProcess(builder.start(), errors.toPath());
  }

  /** The next line of its standard output. */
  String readLine() throws IOException {
    return process.inputReader(StandardCharsets.UTF_8).readLine();
  }

  /** As {@code kill -9}. */
  void kill() throws InterruptedException {
    process.destroyForcibly().waitFor();
  }

  /** As {@code kill}: the program may leave in order. */
  int stop() throws InterruptedException {
    process.destroy();
    return process.waitFor();
  }

  int exitCode() throws InterruptedException {
    if (!process.waitFor(60, TimeUnit.SECONDS)) {
      throw new IllegalStateException("still running");
    }
    return process.exitValue();
  }

  List<String> errors() throws IOException {
    return Files.readAllLines(errors);
  }

  @Override
  public void close() throws IOException {
    process.destroyForcibly();
    Files.deleteIfExists(errors);
  }
}
