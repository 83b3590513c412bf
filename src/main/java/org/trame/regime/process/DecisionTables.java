package org.trame.regime.process;

import java.io.IOException;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.camunda.bpm.dmn.engine.DmnDecisionTableResult;
import org.camunda.bpm.engine.DecisionService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.DecisionDefinition;
import org.camunda.bpm.model.dmn.DmnModelInstance;
import org.camunda.bpm.model.dmn.instance.DecisionTable;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;
import org.trame.regime.Regimes;
import org.trame.regime.Rule;

/** The engine's decision tables, found by regime. */
@Component("regimes")
class DecisionTables implements Regimes {

  private static final Pattern FOLDER = Pattern.compile("/bpmn/regimes/([^/]+)/[^/]+\\.bpmn$");

  private final DecisionService decisions;
  private final RepositoryService repository;
  private final List<String> all;

  /** Rows by definition id: a deployed table never changes. */
  private final Map<String, Map<String, Rule>> read = new ConcurrentHashMap<>();

  DecisionTables(DecisionService decisions, RepositoryService repository) throws IOException {
    this.decisions = decisions;
    this.repository = repository;
    this.all = folders();
  }

  @Override
  public List<String> all() {
    return all;
  }

  @Override
  public String lifecycle(String regime) {
    return Arrays.stream(regime.split("-"))
        .map(w -> w.substring(0, 1).toUpperCase(java.util.Locale.ROOT) + w.substring(1))
        .collect(Collectors.joining());
  }

  @Override
  public Rule decide(String regime, String table, Map<String, ?> inputs) {
    return law(lifecycle(regime) + table, inputs);
  }

  @Override
  public Rule law(String key, Map<String, ?> inputs) {
    DmnDecisionTableResult result =
        decisions.evaluateDecisionTableByKey(key).variables(new HashMap<>(inputs)).evaluate();
    if (result.isEmpty()) {
      throw new NoSuchElementException("No row of " + key + " for " + inputs);
    }
    return new Rule(key, result.getSingleResult().getEntryMap());
  }

  @Override
  public boolean has(String regime, String table) {
    return repository
            .createDecisionDefinitionQuery()
            .decisionDefinitionKey(lifecycle(regime) + table)
            .count()
        > 0;
  }

  @Override
  public List<String> keys(String regime, String table) {
    DecisionDefinition definition =
        repository
            .createDecisionDefinitionQuery()
            .decisionDefinitionKey(lifecycle(regime) + table)
            .latestVersion()
            .singleResult();
    DmnModelInstance model = repository.getDmnModelInstance(definition.getId());
    DecisionTable rows = model.getModelElementsByType(DecisionTable.class).iterator().next();
    return rows.getRules().stream()
        .map(
            r -> r.getInputEntries().iterator().next().getText().getTextContent().replace("\"", ""))
        .filter(k -> !k.isBlank())
        .distinct()
        .toList();
  }

  @Override
  public Map<String, Rule> rows(String regime, String table) {
    String key = lifecycle(regime) + table;
    DecisionDefinition definition =
        repository
            .createDecisionDefinitionQuery()
            .decisionDefinitionKey(key)
            .latestVersion()
            .singleResult();
    if (definition == null) {
      throw new NoSuchElementException("No table " + key);
    }
    return read.computeIfAbsent(definition.getId(), id -> literalRows(id, key));
  }

  private Map<String, Rule> literalRows(String id, String key) {
    DecisionTable table =
        repository
            .getDmnModelInstance(id)
            .getModelElementsByType(DecisionTable.class)
            .iterator()
            .next();
    List<String> names = table.getOutputs().stream().map(o -> o.getName()).toList();
    Map<String, Rule> rows = new LinkedHashMap<>();
    for (org.camunda.bpm.model.dmn.instance.Rule row : table.getRules()) {
      Map<String, Object> outputs = new HashMap<>();
      var name = names.iterator();
      row.getOutputEntries()
          .forEach(o -> outputs.put(name.next(), literal(o.getText().getTextContent().strip())));
      rows.put(
          row.getInputEntries().iterator().next().getText().getTextContent().replace("\"", ""),
          new Rule(key, outputs));
    }
    return Collections.unmodifiableMap(rows);
  }

  private static Object literal(String text) {
    if (text.startsWith("\"")) {
      return text.substring(1, text.length() - 1).replace("\\\"", "\"");
    } else if (text.equals("true") || text.equals("false")) {
      return Boolean.valueOf(text);
    }
    return text.isEmpty() ? null : new BigDecimal(text);
  }

  private static List<String> folders() throws IOException {
    var files =
        new PathMatchingResourcePatternResolver().getResources("classpath*:bpmn/regimes/*/*.bpmn");
    java.util.Set<String> names = new java.util.TreeSet<>();
    for (var file : files) {
      Matcher matcher = FOLDER.matcher(file.getURL().toString());
      if (matcher.find()) {
        names.add(matcher.group(1));
      }
    }
    return List.copyOf(names);
  }
}
