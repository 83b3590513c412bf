package org.trame.regime.process;

import java.util.HashMap;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.camunda.bpm.dmn.engine.DmnDecision;
import org.camunda.bpm.dmn.engine.DmnDecisionTableResult;
import org.camunda.bpm.dmn.engine.DmnEngine;
import org.camunda.bpm.engine.DecisionService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.DecisionDefinition;
import org.camunda.bpm.model.dmn.DmnModelInstance;
import org.springframework.stereotype.Component;
import org.springframework.util.function.SingletonSupplier;
import org.trame.regime.Rule;

/** The engine's decision tables. */
@Component("regimes")
class DecisionTables extends RegimeTables {

  /** Answers without a trace: the engine's own would write what it was asked into its history. */
  private static final Supplier<DmnEngine> SILENT =
      SingletonSupplier.of(() -> FeelConfiguration.remembering().buildEngine());

  private final DecisionService decisions;
  private final RepositoryService repository;

  /** Rows by definition id: a deployed table never changes. */
  private final Map<String, Map<String, Rule>> read = new ConcurrentHashMap<>();

  private final Map<String, DmnDecision> consulted = new ConcurrentHashMap<>();

  DecisionTables(DecisionService decisions, RepositoryService repository) {
    this.decisions = decisions;
    this.repository = repository;
  }

  @Override
  DmnDecisionTableResult evaluate(String table, Map<String, ?> inputs) {
    return decisions.evaluateDecisionTableByKey(table).variables(new HashMap<>(inputs)).evaluate();
  }

  @Override
  public Rule consultLaw(String table, Map<String, ?> inputs) {
    DmnDecision decision =
        consulted.computeIfAbsent(
            latest(table),
            id -> SILENT.get().parseDecision(table, repository.getDmnModelInstance(id)));
    return answer(
        table, inputs, SILENT.get().evaluateDecisionTable(decision, new HashMap<>(inputs)));
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
  DmnModelInstance model(String table) {
    return repository.getDmnModelInstance(latest(table));
  }

  @Override
  public Map<String, Rule> rows(String regime, String table) {
    return read.computeIfAbsent(latest(lifecycle(regime) + table), id -> super.rows(regime, table));
  }

  private String latest(String table) {
    DecisionDefinition definition =
        repository
            .createDecisionDefinitionQuery()
            .decisionDefinitionKey(table)
            .latestVersion()
            .singleResult();
    if (definition == null) {
      throw new NoSuchElementException("No table " + table);
    }
    return definition.getId();
  }
}
