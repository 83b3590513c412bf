package org.trame.workflow;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Compares the French and Dutch locale files of Tasklist, Cockpit, Admin and Welcome with the
 * English ones of camunda-webapp-webjar: an upgrade of Camunda which adds or drops a text fails
 * here.
 */
class WebappLocalesTests {

  private static final String APP = "/META-INF/resources/webjars/camunda/app/";

  private static final List<String> APPS = List.of("tasklist", "cockpit", "admin", "welcome");

  private static final List<String> LANGUAGES = List.of("fr", "nl");

  /**
   * Labels of the filter dialogue and operators of the search which Tasklist looks up although
   * en.json does not have them: the English text itself is the key
   * (cam-tasklist-filter-modal-criteria.js).
   */
  private static final Set<String> TASKLIST_ENGLISH_TEXTS_AS_KEYS =
      Set.of(
          "Active",
          "Activity Instance ID In",
          "Assigned",
          "Assignee",
          "Assignee Like",
          "Assignee in",
          "Business Key",
          "Business Key Like",
          "Candidate Group",
          "Candidate Groups",
          "Candidate User",
          "Case Instance",
          "Case definition",
          "Created After",
          "Created Before",
          "Dates",
          "Definition Key",
          "Definition Key In",
          "Definition Key Like",
          "Delegation State",
          "Description",
          "Description Like",
          "Due After",
          "Due Before",
          "Execution ID",
          "Follow Up After",
          "Follow Up Before",
          "Follow Up Before or Not Existent",
          "ID",
          "Involved User",
          "Key",
          "Key In",
          "Name",
          "Name Like",
          "Other",
          "Owner",
          "Priority",
          "Priority Max",
          "Priority Min",
          "Process Instance",
          "Process definition",
          "Task",
          "Tenant ID In",
          "Unassigned",
          "User / Group",
          "Without Due Date",
          "Without Tenant ID",
          "like",
          "not like");

  /** English texts which are right as they are, in one language or in both. */
  private static final Map<String, Set<String>> SAME_AS_ENGLISH =
      Map.of(
          "fr",
          Set.of(
              "<null>",
              "<version>",
              "Action",
              "Actions",
              "Annotation",
              "Application",
              "Applications",
              "Cockpit",
              "Date",
              "Description",
              "Documentation",
              "Exception",
              "GLOBAL",
              "Incidents",
              "JSON",
              "Jobs",
              "Message",
              "Migration",
              "Notification",
              "Optimize",
              "Options",
              "Source",
              "Total",
              "Type",
              "Types",
              "Variable",
              "Variable / {{variableName}}",
              "Variables",
              "Version",
              "instance",
              "instances",
              "instances.",
              "null"),
          "nl",
          Set.of(
              "<null>",
              "Batch",
              "Batches",
              "Cases",
              "Cockpit",
              "Criteria",
              "Diagram",
              "Filter",
              "Filters",
              "JSON",
              "Jobs",
              "Maximum:",
              "Minimum:",
              "Operator",
              "Optimize",
              "Resource",
              "Status",
              "Tenant",
              "Tenants",
              "Type",
              "batch",
              "case",
              "null",
              "weekend"));

  private static final Pattern PLACEHOLDER =
      Pattern.compile(
          "\\{\\{\\s*\\w*\\s*}}|\\{}|%[ds]|</?(?:a|br|strong|b|i|em|p|ul|li)\\b[^>]*>|&\\w+;");

  private static final Pattern LETTER = Pattern.compile("\\p{L}");

  private static final ObjectMapper JSON = new ObjectMapper();

  static Stream<Arguments> locales() {
    return APPS.stream()
        .flatMap(app -> LANGUAGES.stream().map(language -> Arguments.of(app, language)));
  }

  @ParameterizedTest(name = "{0} {1}")
  @MethodSource("locales")
  void hasTheKeysOfTheEnglishFile(String app, String language) throws IOException {
    Set<String> expected = new LinkedHashSet<>(texts(app, "en").keySet());
    if (app.equals("tasklist")) {
      TASKLIST_ENGLISH_TEXTS_AS_KEYS.forEach(key -> expected.add("/labels/" + key));
    }

    assertThat(texts(app, language).keySet()).containsExactlyInAnyOrderElementsOf(expected);
  }

  @ParameterizedTest(name = "{0} {1}")
  @MethodSource("locales")
  void keepsPlaceholdersAndTags(String app, String language) throws IOException {
    Map<String, String> translations = texts(app, language);
    List<String> lost = new ArrayList<>();
    texts(app, "en")
        .forEach(
            (key, english) -> {
              String translation = translations.getOrDefault(key, "");
              if (!placeholders(english).equals(placeholders(translation))) {
                lost.add(key + ": " + english + " -> " + translation);
              }
            });

    assertThat(lost).isEmpty();
  }

  @ParameterizedTest(name = "{0} {1}")
  @MethodSource("locales")
  void translatesEveryText(String app, String language) throws IOException {
    Map<String, String> translations = texts(app, language);
    List<String> untranslated = new ArrayList<>();
    texts(app, "en")
        .forEach(
            (key, english) -> {
              String translation = translations.get(key);
              boolean same = english.equals(translation) && letters(english) > 3;
              boolean blank = translation != null && translation.isBlank() && !english.isBlank();
              if (blank
                  || same
                      && !isDateFormat(key)
                      && !SAME_AS_ENGLISH.get(language).contains(english.strip())) {
                untranslated.add(key + ": " + english);
              }
            });

    assertThat(untranslated).isEmpty();
  }

  @ParameterizedTest(name = "{0} {1}")
  @MethodSource("locales")
  void writesDatesTheBelgianWay(String app, String language) throws IOException {
    if (app.equals("welcome")) {
      return; // shows no date and has no date section
    }
    Map<String, String> translations = texts(app, language);

    assertThat(translations)
        .containsEntry("/dateLocales/longDateFormat/L", "DD/MM/YYYY")
        .containsEntry("/dateLocales/longDateFormat/LT", "HH:mm")
        .containsEntry("/dateLocales/week/dow", "1")
        .containsEntry("/dateLocales/weekdays/1", language.equals("fr") ? "lundi" : "maandag");
  }

  @Test
  void choosesTheLanguageInTheConfigurationOfEveryApplication() throws IOException {
    for (String app : APPS) {
      assertThat(new String(bytes(app + "/scripts/config.js"), StandardCharsets.UTF_8))
          .as(app)
          .contains("trame-lang.js")
          .contains("...trameConfig(");
    }
    assertThat(new String(bytes("tasklist/scripts/trame-lang.js"), StandardCharsets.UTF_8))
        .contains("trame-lang=(fr|nl)")
        .contains("availableLocales: [lang], fallbackLocale: lang");
  }

  private static boolean isDateFormat(String key) {
    return key.startsWith("/dateLocales/");
  }

  private static long letters(String text) {
    return LETTER.matcher(text).results().count();
  }

  private static Map<String, Long> placeholders(String text) {
    Map<String, Long> found = new TreeMap<>();
    Matcher matcher = PLACEHOLDER.matcher(text);
    while (matcher.find()) {
      found.merge(
          matcher.group().replaceAll("\\{\\{\\s*|\\s*}}", "").toLowerCase(Locale.ROOT),
          1L,
          Long::sum);
    }
    return found;
  }

  /** The texts of a locale file by JSON pointer. */
  private static Map<String, String> texts(String app, String language) throws IOException {
    String json = new String(bytes(app + "/locales/" + language + ".json"), StandardCharsets.UTF_8);
    // en.json of Tasklist begins with a byte order mark
    JsonNode root = JSON.readTree(json.startsWith("\uFEFF") ? json.substring(1) : json);
    Map<String, String> texts = new TreeMap<>();
    collect("", root, texts);
    return texts;
  }

  private static void collect(String path, JsonNode node, Map<String, String> texts) {
    if (node.isObject()) {
      node.properties()
          .forEach(field -> collect(path + "/" + field.getKey(), field.getValue(), texts));
    } else if (node.isArray()) {
      for (int i = 0; i < node.size(); i++) {
        collect(path + "/" + i, node.get(i), texts);
      }
    } else {
      texts.put(path, node.asText());
    }
  }

  private static byte[] bytes(String path) throws IOException {
    try (InputStream in = WebappLocalesTests.class.getResourceAsStream(APP + path)) {
      assertThat(in).as(APP + path).isNotNull();
      return in.readAllBytes();
    }
  }
}
