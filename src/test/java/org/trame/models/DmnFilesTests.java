package org.trame.models;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.camunda.bpm.model.dmn.Dmn;
import org.camunda.bpm.model.dmn.DmnModelInstance;
import org.camunda.bpm.model.dmn.HitPolicy;
import org.camunda.bpm.model.dmn.instance.Decision;
import org.camunda.bpm.model.dmn.instance.DecisionTable;
import org.camunda.bpm.model.dmn.instance.Output;
import org.camunda.bpm.model.dmn.instance.OutputEntry;
import org.camunda.bpm.model.dmn.instance.Rule;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every rule says where it comes from. */
class DmnFilesTests {

  static List<Path> tables() {
    return ModelFiles.of("bpmn", ".dmn");
  }

  @ParameterizedTest
  @MethodSource("tables")
  void isOneDecisionNamedLikeItsFile(Path file) {
    DmnModelInstance model = Dmn.readModelFromFile(file.toFile());
    assertThat(model.getModelElementsByType(Decision.class)).hasSize(1);
    Decision decision = model.getModelElementsByType(Decision.class).iterator().next();
    assertThat(decision.getId()).isEqualTo(ModelFiles.id(file));
    assertThat(decision.getCamundaHistoryTimeToLiveString()).isNotBlank();
    if (file.toString().contains("regimes")) {
      assertThat(decision.getVersionTag()).as("version of the regime").isNotBlank();
    }
  }

  @ParameterizedTest
  @MethodSource("tables")
  void everyRowHasASourceAndAtMostOneRowFires(Path file) {
    DecisionTable table =
        Dmn.readModelFromFile(file.toFile())
            .getModelElementsByType(DecisionTable.class)
            .iterator()
            .next();
    assertThat(table.getHitPolicy()).isIn(HitPolicy.UNIQUE, HitPolicy.FIRST);
    List<String> outputs = table.getOutputs().stream().map(Output::getName).toList();
    assertThat(outputs).contains("source");
    int source = outputs.indexOf("source");
    List<Rule> rules = List.copyOf(table.getRules());
    assertThat(rules).isNotEmpty();
    for (Rule rule : rules) {
      OutputEntry entry = List.copyOf(rule.getOutputEntries()).get(source);
      assertThat(entry.getTextContent().replace("\"", "")).as(rule.getId()).isNotBlank();
    }
    if (table.getHitPolicy() == HitPolicy.FIRST) {
      assertThat(rules.get(rules.size() - 1).getInputEntries())
          .as("the last row catches all")
          .allSatisfy(i -> assertThat(i.getTextContent().strip()).isIn("", "-"));
    }
  }
}
