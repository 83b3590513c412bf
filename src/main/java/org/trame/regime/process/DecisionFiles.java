package org.trame.regime.process;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.concurrent.ConcurrentHashMap;
import org.camunda.bpm.dmn.engine.DmnDecisionTableResult;
import org.camunda.bpm.dmn.engine.DmnEngine;
import org.camunda.bpm.dmn.engine.DmnEngineConfiguration;
import org.camunda.bpm.dmn.engine.impl.DefaultDmnEngineConfiguration;
import org.camunda.bpm.model.dmn.Dmn;
import org.camunda.bpm.model.dmn.DmnModelInstance;
import org.springframework.core.io.Resource;

/**
 * The decision tables in the files that came with the program, asked without a database: the same
 * decision engine gives the same row, but nothing is recorded.
 */
public final class DecisionFiles extends RegimeTables {

  /** Its smaller expression language understands literal cells, and starts in half the time. */
  private final DmnEngine engine =
      ((DefaultDmnEngineConfiguration) DmnEngineConfiguration.createDefaultDmnEngineConfiguration())
          .enableFeelLegacyBehavior(true)
          .buildEngine();

  /** Read once: files do not change while the program runs. */
  private final Map<String, DmnModelInstance> models = new ConcurrentHashMap<>();

  @Override
  DmnDecisionTableResult evaluate(String table, Map<String, ?> inputs) {
    return engine.evaluateDecisionTable(table, model(table), new HashMap<>(inputs));
  }

  @Override
  public boolean has(String regime, String table) {
    return find(lifecycle(regime) + table).length > 0;
  }

  @Override
  DmnModelInstance model(String table) {
    return models.computeIfAbsent(table, DecisionFiles::read);
  }

  private static DmnModelInstance read(String table) {
    Resource[] found = find(table);
    if (found.length == 0) {
      throw new NoSuchElementException(table);
    }
    try (InputStream file = found[0].getInputStream()) {
      return Dmn.readModelFromStream(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Resource[] find(String table) {
    return files("classpath*:bpmn/**/" + table + ".dmn");
  }
}
