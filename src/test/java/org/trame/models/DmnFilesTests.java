package org.trame.models;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.camunda.bpm.model.dmn.Dmn;
import org.camunda.bpm.model.dmn.instance.Decision;
import org.camunda.bpm.model.dmn.instance.DecisionTable;
import org.camunda.bpm.model.dmn.instance.Rule;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.trame.deadline.process.TimeLimitChecks;
import org.trame.regime.process.RuleTableChecks;
import org.trame.workflow.ModelFile;

/** The rule tables of the project pass what a start demands of them; none of their rows is dead. */
class DmnFilesTests {

  static List<Path> tables() {
    return ModelFiles.of("bpmn", ".dmn");
  }

  @Test
  void aStartWouldAcceptThemAll() {
    List<ModelFile> models =
        Stream.of(".dmn", ".bpmn")
            .flatMap(end -> ModelFiles.of("bpmn", end).stream())
            .map(f -> new ModelFile(f.toString(), bytes(f)))
            .toList();
    assertThat(models).hasSizeGreaterThan(20);
    assertThat(new RuleTableChecks(List.of(new TimeLimitChecks())).faults(models)).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("tables")
  void aTableOfARegimeSaysItsVersion(Path file) {
    Decision decision =
        Dmn.readModelFromFile(file.toFile())
            .getModelElementsByType(Decision.class)
            .iterator()
            .next();
    if (file.toString().contains("regimes")) {
      assertThat(decision.getVersionTag()).as("version of the regime").isNotBlank();
    }
  }

  /** A start cannot see who asks in Java; the build can: a row nobody asks for is refused here. */
  @Test
  void everyTimeLimitIsAskedSomewhere() throws IOException {
    StringBuilder all = new StringBuilder();
    for (Path file : ModelFiles.of("bpmn", ".bpmn")) {
      all.append(Files.readString(file));
    }
    for (Path file : ModelFiles.of("src/main/java", ".java")) {
      all.append(Files.readString(file));
    }
    for (Path file : tables()) {
      all.append(file.toString().endsWith("TimeLimits.dmn") ? "" : Files.readString(file));
    }
    Set<String> asked = new TreeSet<>();
    Matcher word = Pattern.compile("(?:\"|'|&#39;)([a-z][a-z-]+)(?:\"|'|&#39;)").matcher(all);
    while (word.find()) {
      asked.add(word.group(1));
    }
    for (Path file : tables()) {
      if (file.toString().endsWith("TimeLimits.dmn")) {
        assertThat(steps(file).stream().filter(s -> !asked.contains(s)))
            .as("steps of %s that nobody asks for", file)
            .isEmpty();
      }
    }
  }

  private static List<String> steps(Path file) {
    return Dmn.readModelFromFile(file.toFile())
        .getModelElementsByType(DecisionTable.class)
        .iterator()
        .next()
        .getRules()
        .stream()
        .map(Rule::getInputEntries)
        .map(i -> i.iterator().next().getTextContent().strip().replace("\"", ""))
        .toList();
  }

  private static byte[] bytes(Path file) {
    try {
      return Files.readAllBytes(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
