package org.trame.models;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.MessageSource;
import org.trame.TrameTest;
import org.trame.deadline.TimeLimit;
import org.trame.input.Field;
import org.trame.language.Languages;
import org.trame.regime.Regimes;
import org.trame.worksheet.Edit;
import org.trame.worksheet.Edits;

/** Whatever a person reads exists in French and in Dutch. */
@TrameTest
class TextsTests {

  private static final Pattern REFUSAL =
      Pattern.compile("\"(refusal\\.[A-Za-z0-9.-]+[A-Za-z0-9])\"");
  private static final Pattern ACT =
      Pattern.compile("ledger\\s*\\.record\\(\\s*[^,]+,\\s*\"([a-z-]+)\"\\s*,");
  private static final List<String> FORM_TEXTS =
      List.of("label", "description", "text", "dateLabel", "timeLabel");

  @Autowired MessageSource texts;
  @Autowired Edits edits;
  @Autowired Regimes regimes;

  static List<Path> frenchFiles() {
    return Stream.concat(
            ModelFiles.of("src/main/resources/messages", "_fr.properties").stream(),
            ModelFiles.of("bpmn/regimes", "_fr.properties").stream())
        .toList();
  }

  static List<Path> forms() {
    return ModelFiles.of("forms", ".form");
  }

  @ParameterizedTest
  @MethodSource("frenchFiles")
  void bothLanguagesSayTheSameThings(Path french) {
    Properties fr = ModelFiles.texts(french);
    Properties nl = ModelFiles.texts(dutchOf(french));
    assertThat(new TreeSet<>(nl.stringPropertyNames()))
        .isEqualTo(new TreeSet<>(fr.stringPropertyNames()));
    for (String key : fr.stringPropertyNames()) {
      assertThat(placeholders(nl.getProperty(key)))
          .as(key)
          .isEqualTo(placeholders(fr.getProperty(key)));
    }
  }

  @ParameterizedTest
  @MethodSource("frenchFiles")
  void apostrophesAreTypographicForTheOthersVanishInFormats(Path french) {
    for (Path file : List.of(french, dutchOf(french))) {
      Properties all = ModelFiles.texts(file);
      for (String key : all.stringPropertyNames()) {
        assertThat(all.getProperty(key)).as(file + " " + key).doesNotContain("'");
      }
    }
  }

  private static Path dutchOf(Path french) {
    return french.resolveSibling(french.getFileName().toString().replace("_fr.", "_nl."));
  }

  /** Numbers and names of the values; the words of a choice differ by language. */
  private static Set<String> placeholders(String text) {
    Set<String> found = new TreeSet<>();
    Matcher matcher = Pattern.compile("\\{[A-Za-z0-9|.-]+").matcher(text);
    while (matcher.find()) {
      found.add(matcher.group());
    }
    return found;
  }

  @ParameterizedTest
  @MethodSource("forms")
  void everyFormIsInDutchToo(Path form) throws IOException {
    JsonNode tree = new ObjectMapper().readTree(form.toFile());
    assertThat(tree.path("id").asText()).isEqualTo(ModelFiles.id(form));
    Set<String> needed = new TreeSet<>();
    collect(tree.path("components"), needed);
    Properties dutch =
        ModelFiles.texts(form.resolveSibling(ModelFiles.id(form) + "_nl.properties"));
    assertThat(new TreeSet<>(dutch.stringPropertyNames())).isEqualTo(needed);
  }

  private static void collect(JsonNode components, Set<String> needed) {
    for (JsonNode component : components) {
      String id = component.path("id").asText();
      assertThat(id).as("id of a component").isNotBlank();
      FORM_TEXTS.stream().filter(component::hasNonNull).forEach(t -> needed.add(id + "." + t));
      for (JsonNode value : component.path("values")) {
        needed.add(id + ".values." + value.path("value").asText());
      }
      collect(component.path("components"), needed);
    }
  }

  @Test
  void everyRefusalAndEveryActHasASentence() throws IOException {
    Set<String> keys = new TreeSet<>();
    try (Stream<Path> sources = Files.walk(Path.of("src/main/java"))) {
      for (Path file : sources.filter(f -> f.toString().endsWith(".java")).toList()) {
        String code = Files.readString(file);
        Matcher refusal = REFUSAL.matcher(code);
        while (refusal.find()) {
          keys.add(refusal.group(1));
        }
        Matcher act = ACT.matcher(code);
        while (act.find()) {
          keys.add("act." + act.group(1));
        }
      }
    }
    assertThat(keys).hasSizeGreaterThan(10);
    assertSaid(keys);
  }

  @Test
  void everyEditAndItsFieldsHaveALabel() {
    List<String> missing = new ArrayList<>();
    for (Edit<?> edit : edits.all()) {
      demand("edit." + edit.name(), missing);
      for (Field field : edit.fields()) {
        if (field.kind() != Field.Kind.HIDDEN) {
          demandOneOf(
              "field." + field.owner() + "." + field.name(), "field." + field.name(), missing);
          field.values().forEach(v -> demand("choice." + enumOf(edit, field) + "." + v, missing));
        }
      }
    }
    assertThat(missing).isEmpty();
  }

  private static String enumOf(Edit<?> edit, Field field) {
    for (var component : edit.input().getRecordComponents()) {
      if (component.getName().equals(field.name())) {
        return component.getType().getSimpleName();
      }
    }
    throw new IllegalStateException(field.name());
  }

  @Test
  void everyTimeLimitAndWhatMovesItHasAName() {
    Set<String> keys = new TreeSet<>();
    for (String regime : regimes.all()) {
      regimes
          .rows(regime, TimeLimit.TABLE)
          .forEach(
              (step, row) -> {
                TimeLimit limit = TimeLimit.of(step, row);
                keys.add("limit." + step);
                keys.add("event." + limit.startsWith());
                limit.suspendedBy().forEach(cause -> keys.add("event." + cause));
              });
    }
    assertThat(keys).hasSizeGreaterThan(40);
    assertSaid(keys);
  }

  @Test
  void everyEventOfATimeLimitHasASentence() {
    Set<String> keys = new TreeSet<>();
    for (String regime : regimes.all()) {
      regimes
          .rows(regime, TimeLimit.TABLE)
          .forEach(
              (step, row) -> {
                TimeLimit limit = TimeLimit.of(step, row);
                keys.add("event." + limit.startsWith());
                limit.suspendedBy().forEach(event -> keys.add("event." + event));
                keys.add("calendar." + limit.calendar());
              });
    }
    assertThat(keys).hasSizeGreaterThan(5);
    assertSaid(keys);
  }

  @Test
  void everyTaskAndProcessHasADutchName() {
    List<String> missing = new ArrayList<>();
    for (Path file : ModelFiles.of("bpmn", ".bpmn")) {
      demandDutch("process." + ModelFiles.id(file), missing);
      Bpmn.readModelFromFile(file.toFile())
          .getModelElementsByType(UserTask.class)
          .forEach(t -> demandDutch("task." + t.getId(), missing));
    }
    assertThat(missing).isEmpty();
  }

  private void assertSaid(Set<String> keys) {
    List<String> missing = new ArrayList<>();
    keys.forEach(k -> demand(k, missing));
    assertThat(missing).isEmpty();
  }

  private void demand(String key, List<String> missing) {
    for (Locale language : List.of(Languages.FRENCH, Languages.DUTCH)) {
      if (texts.getMessage(key, null, null, language) == null) {
        missing.add(key + " (" + language.getLanguage() + ")");
      }
    }
  }

  private void demandDutch(String key, List<String> missing) {
    if (texts.getMessage(key, null, null, Languages.DUTCH) == null) {
      missing.add(key);
    }
  }

  private void demandOneOf(String first, String second, List<String> missing) {
    List<String> ofFirst = new ArrayList<>();
    demand(first, ofFirst);
    if (!ofFirst.isEmpty()) {
      demand(second, missing);
    }
  }
}
