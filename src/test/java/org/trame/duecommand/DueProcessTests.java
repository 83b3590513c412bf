package org.trame.duecommand;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.trame.TrameApplication;

/** The command as people start it: a process that prints the answer, and nothing else. */
@Tag("own-jvm")
class DueProcessTests {

  @TempDir Path folder;

  @Test
  void printsTheAnswerWithoutALogLineOrABanner() throws IOException, InterruptedException {
    String regime = DueRun.REGIMES.all().get(0);
    String[] asked = {"--regime", regime, "--step", "send-to-region", "--from", "2026-04-24"};
    assertThat(start(asked)).isZero();
    assertThat(read("out")).isEqualTo(DueRun.of(asked).text()).startsWith("2026-05-15 : ");
    assertThat(read("err")).isEmpty();
    assertThat(folder.resolve(".trame")).doesNotExist();
  }

  @Test
  void refusesWithOneSentenceAndExitTwo() throws IOException, InterruptedException {
    assertThat(start("--limit", "3 days", "--from", "2026-02-30")).isEqualTo(2);
    assertThat(read("out")).isEmpty();
    assertThat(read("err")).isEqualTo("Le jour 2026-02-30 n’existe pas." + System.lineSeparator());
  }

  private int start(String... asked) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(
        List.of("-XX:TieredStopAtLevel=1", "-cp", System.getProperty("java.class.path")));
    command.addAll(List.of(TrameApplication.class.getName(), "due"));
    command.addAll(List.of(asked));
    Process process =
        new ProcessBuilder(command)
            .directory(folder.toFile())
            .redirectOutput(folder.resolve("out").toFile())
            .redirectError(folder.resolve("err").toFile())
            .start();
    assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
    return process.exitValue();
  }

  private String read(String file) throws IOException {
    return Files.readString(folder.resolve(file), StandardCharsets.UTF_8);
  }
}
