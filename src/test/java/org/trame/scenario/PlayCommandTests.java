package org.trame.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.trame.TrameApplication;
import org.trame.platform.Commands;

/** The command line, in this process: what it prints and its exit code. */
@Tag("own-jvm")
class PlayCommandTests {

  @TempDir Path folder;

  private final ByteArrayOutputStream printed = new ByteArrayOutputStream();
  private final PrintStream out = System.out;
  private final PrintStream err = System.err;

  @BeforeEach
  void listen() {
    System.setOut(new PrintStream(printed, true, StandardCharsets.UTF_8));
    System.setErr(new PrintStream(printed, true, StandardCharsets.UTF_8));
  }

  @AfterEach
  void stopListening() {
    System.setOut(out);
    System.setErr(err);
  }

  @Test
  void exitsZeroWhenEverythingHeld() {
    assertThat(play("name: Le temps passe\nstart: 2021-01-11\nsteps:\n  - at: +1 year\n")).isZero();
    assertThat(text())
        .contains("Le temps passe")
        .contains("Tout s'est passé comme attendu : 1 pas")
        .contains("du 11/01/2021 au 11/01/2022")
        .doesNotContain("\u001b[");
  }

  @Test
  void exitsOneAtTheFirstThatDidNot() {
    assertThat(play("name: Essai\nstart: 2021-01-11\nsteps:\n  - on: Aucun programme\n"))
        .isEqualTo(1);
    assertThat(text()).contains("essai.yaml:4 : Aucun programme ne s'appelle « Aucun programme »");
  }

  @Test
  void exitsTwoWhenTheScenarioIsNotUnderstood() {
    assertThat(play("name: Essai\nstart: 2021-01-11\nsteps:\n  - fly: away\n")).isEqualTo(2);
    assertThat(text()).contains("essai.yaml:4 : « fly » n'existe pas dans un pas");
  }

  @Test
  void aMissingFileIsSaidInASentence() {
    assertThat(run("play", folder.resolve("none.yaml").toString())).isEqualTo(1);
    assertThat(text()).contains("none.yaml n'existe pas.").doesNotContain("Exception");
  }

  private int play(String yaml) {
    Path file = folder.resolve("essai.yaml");
    try {
      Files.writeString(file, yaml);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
    return run("play", file.toString());
  }

  private static int run(String... args) {
    return Commands.run(List.of(new PlayCommand(TrameApplication.class)), args);
  }

  private String text() {
    return printed.toString(StandardCharsets.UTF_8);
  }
}
