package org.trame.regime.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.camunda.bpm.dmn.engine.DmnDecisionTableResult;
import org.camunda.bpm.model.dmn.DmnModelInstance;
import org.camunda.bpm.model.dmn.instance.DecisionTable;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.trame.regime.Regimes;
import org.trame.regime.Rule;

/** What regimes are called and how their tables are read, whoever evaluates them. */
abstract class RegimeTables implements Regimes {

  private static final Pattern FOLDER = Pattern.compile("/bpmn/regimes/([^/]+)/[^/]+\\.bpmn$");

  private final List<String> all = folders();

  /** The rows that fire. */
  abstract DmnDecisionTableResult evaluate(String table, Map<String, ?> inputs);

  /**
   * The table itself.
   *
   * @throws NoSuchElementException if there is none
   */
  abstract DmnModelInstance model(String table);

  @Override
  public final List<String> all() {
    return all;
  }

  @Override
  public final String lifecycle(String regime) {
    return Arrays.stream(regime.split("-"))
        .map(w -> w.substring(0, 1).toUpperCase(Locale.ROOT) + w.substring(1))
        .collect(Collectors.joining());
  }

  @Override
  public final Rule decide(String regime, String table, Map<String, ?> inputs) {
    return law(lifecycle(regime) + table, inputs);
  }

  @Override
  public final Rule law(String table, Map<String, ?> inputs) {
    return answer(table, inputs, evaluate(table, inputs));
  }

  /** Where nothing is recorded anyway, there is no difference. */
  @Override
  public Rule consultLaw(String table, Map<String, ?> inputs) {
    return law(table, inputs);
  }

  static Rule answer(String table, Map<String, ?> inputs, DmnDecisionTableResult result) {
    if (result.isEmpty()) {
      throw new NoSuchElementException("No row of " + table + " for " + inputs);
    }
    return new Rule(table, result.getSingleResult().getEntryMap());
  }

  @Override
  public final List<String> keys(String regime, String table) {
    return table(lifecycle(regime) + table).getRules().stream()
        .map(RegimeTables::key)
        .filter(k -> !k.isBlank())
        .distinct()
        .toList();
  }

  @Override
  public Map<String, Rule> rows(String regime, String name) {
    String key = lifecycle(regime) + name;
    DecisionTable table = table(key);
    List<String> names = table.getOutputs().stream().map(o -> o.getName()).toList();
    Map<String, Rule> rows = new LinkedHashMap<>();
    for (org.camunda.bpm.model.dmn.instance.Rule row : table.getRules()) {
      Map<String, Object> outputs = new HashMap<>();
      var output = names.iterator();
      row.getOutputEntries()
          .forEach(o -> outputs.put(output.next(), literal(o.getText().getTextContent().strip())));
      rows.put(key(row), new Rule(key, outputs));
    }
    return Collections.unmodifiableMap(rows);
  }

  private DecisionTable table(String key) {
    return model(key).getModelElementsByType(DecisionTable.class).iterator().next();
  }

  private static String key(org.camunda.bpm.model.dmn.instance.Rule row) {
    return row.getInputEntries().iterator().next().getText().getTextContent().replace("\"", "");
  }

  private static Object literal(String text) {
    if (text.startsWith("\"")) {
      return text.substring(1, text.length() - 1).replace("\\\"", "\"");
    } else if (text.equals("true") || text.equals("false")) {
      return Boolean.valueOf(text);
    }
    return text.isEmpty() ? null : new BigDecimal(text);
  }

  static Resource[] files(String pattern) {
    try {
      return new PathMatchingResourcePatternResolver().getResources(pattern);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<String> folders() {
    return Arrays.stream(files("classpath*:bpmn/regimes/*/*.bpmn"))
        .map(RegimeTables::url)
        .map(FOLDER::matcher)
        .filter(Matcher::find)
        .map(m -> m.group(1))
        .distinct()
        .sorted()
        .toList();
  }

  private static String url(Resource file) {
    try {
      return file.getURL().toString();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
