package org.trame.regime.process;

import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.camunda.bpm.model.dmn.Dmn;
import org.camunda.bpm.model.dmn.DmnModelInstance;
import org.camunda.bpm.model.dmn.HitPolicy;
import org.camunda.bpm.model.dmn.instance.Decision;
import org.camunda.bpm.model.dmn.instance.DecisionTable;
import org.camunda.bpm.model.dmn.instance.Input;
import org.camunda.bpm.model.dmn.instance.InputEntry;
import org.camunda.bpm.model.dmn.instance.Output;
import org.camunda.bpm.model.dmn.instance.OutputEntry;
import org.camunda.bpm.model.dmn.instance.Rule;
import org.camunda.bpm.model.xml.ModelException;
import org.trame.regime.RuleFault;
import org.trame.regime.RuleTable;
import org.trame.workflow.ModelFile;

/** Reads a file of one decision table; collects what of its build is wrong. */
final class TableReader {

  /** Name of the output that says where a row comes from. */
  static final String SOURCE = "source";

  private static final Set<String> TYPES = Set.of("string", "boolean", "integer", "double");
  private static final Pattern TEXT = Pattern.compile("\"((?:[^\"\\\\]|\\\\.)*)\"");
  private static final Pattern NAME = Pattern.compile("[A-Za-z][A-Za-z0-9_]*");

  private final ModelFile file;
  private final List<RuleFault> faults = new ArrayList<>();
  private RuleTable table;

  TableReader(ModelFile file) {
    this.file = file;
    try {
      read(Dmn.readModelFromStream(new ByteArrayInputStream(file.content())));
    } catch (ModelException e) {
      fault("ce n’est pas un fichier DMN lisible");
    }
  }

  /** What is wrong; empty if the table can be used. */
  List<RuleFault> faults() {
    return faults;
  }

  /** The table, if nothing is wrong. */
  RuleTable table() {
    return table;
  }

  private void read(DmnModelInstance model) {
    Collection<Decision> decisions = model.getModelElementsByType(Decision.class);
    Collection<DecisionTable> tables = model.getModelElementsByType(DecisionTable.class);
    if (decisions.size() != 1 || tables.size() != 1) {
      fault("un fichier contient une seule table");
      return;
    }
    Decision decision = decisions.iterator().next();
    if (!file.id().equals(decision.getId())) {
      fault("la décision « %s » ne porte pas le nom du fichier".formatted(decision.getId()));
    }
    if (decision.getCamundaHistoryTimeToLiveString() == null) {
      fault("la durée de conservation de l’historique manque (historyTimeToLive)");
    }
    read(decision.getId(), tables.iterator().next());
  }

  private void read(String id, DecisionTable read) {
    if (read.getHitPolicy() != HitPolicy.UNIQUE && read.getHitPolicy() != HitPolicy.FIRST) {
      fault(
          "la règle de choix est %s, il faut UNIQUE ou FIRST"
              .formatted(read.getHitPolicy().name()));
    }
    List<RuleTable.Column> inputs = read.getInputs().stream().map(this::input).toList();
    List<RuleTable.Column> outputs = read.getOutputs().stream().map(this::output).toList();
    Set<String> names = new HashSet<>();
    outputs.stream()
        .filter(o -> !names.add(o.name()))
        .forEach(o -> fault("la colonne « %s » y est deux fois".formatted(o.name())));
    if (!names.contains(SOURCE)) {
      fault("la colonne « source » manque");
    }
    if (read.getRules().isEmpty()) {
      fault("elle n’a aucune ligne");
    }
    List<RuleTable.Row> rows = new ArrayList<>();
    for (Rule rule : read.getRules()) {
      rows.add(row(rows.size() + 1, rule, inputs, outputs));
    }
    table =
        new RuleTable(
            file.name(), id, read.getHitPolicy() == HitPolicy.FIRST, inputs, outputs, rows);
  }

  private RuleTable.Column input(Input input) {
    String name =
        input.getInputExpression() == null || input.getInputExpression().getText() == null
            ? ""
            : input.getInputExpression().getText().getTextContent().strip();
    if (!NAME.matcher(name).matches()) {
      fault("l’entrée « %s » n’est pas comprise, il faut un nom de donnée".formatted(name));
    }
    String allowed =
        input.getInputValues() == null || input.getInputValues().getText() == null
            ? ""
            : input.getInputValues().getText().getTextContent();
    String type =
        input.getInputExpression() == null ? null : input.getInputExpression().getTypeRef();
    return new RuleTable.Column(name, type(name, type), allowed);
  }

  private RuleTable.Column output(Output output) {
    String name = output.getName() == null ? "" : output.getName();
    return new RuleTable.Column(name, type(name, output.getTypeRef()), "");
  }

  private String type(String column, String type) {
    if (type == null || !TYPES.contains(type)) {
      fault("le type de la colonne « %s » n’est pas connu".formatted(column));
      return "string";
    }
    return type;
  }

  private RuleTable.Row row(
      int number, Rule rule, List<RuleTable.Column> inputs, List<RuleTable.Column> outputs) {
    List<String> tests = rule.getInputEntries().stream().map(e -> text(number, e)).toList();
    List<OutputEntry> cells = List.copyOf(rule.getOutputEntries());
    if (tests.size() != inputs.size() || cells.size() != outputs.size()) {
      fault(number, "elle n’a pas autant de cases que la table de colonnes");
      return new RuleTable.Row(number, inputs.stream().map(i -> "").toList(), Map.of());
    }
    Map<String, String> values = new LinkedHashMap<>();
    for (int i = 0; i < cells.size(); i++) {
      values.put(outputs.get(i).name(), value(number, outputs.get(i), cells.get(i)));
    }
    if (names(outputs).contains(SOURCE) && values.get(SOURCE).isBlank()) {
      fault(number, "elle ne dit pas d’où elle vient, la case « source » est vide");
    }
    return new RuleTable.Row(number, tests, values);
  }

  private static List<String> names(List<RuleTable.Column> columns) {
    return columns.stream().map(RuleTable.Column::name).toList();
  }

  private String text(int number, InputEntry entry) {
    languageOf(number, entry.getExpressionLanguage());
    return entry.getText() == null ? "" : entry.getText().getTextContent();
  }

  private void languageOf(int number, String language) {
    if (language != null && !language.toLowerCase(java.util.Locale.ROOT).contains("feel")) {
      fault(number, "le langage « %s » n’est pas compris, il faut FEEL".formatted(language));
    }
  }

  private String value(int number, RuleTable.Column column, OutputEntry entry) {
    languageOf(number, entry.getExpressionLanguage());
    String cell = entry.getText() == null ? "" : entry.getText().getTextContent().strip();
    if (cell.isEmpty()) {
      return "";
    }
    Matcher text = TEXT.matcher(cell);
    boolean understood =
        switch (column.type()) {
          case "string" -> text.matches();
          case "boolean" -> cell.matches("true|false");
          case "integer" -> cell.matches("-?\\d{1,9}");
          default -> cell.matches("-?\\d+(\\.\\d+)?");
        };
    if (!understood) {
      fault(
          number,
          "colonne « %s », « %s » n’est pas compris, il faut %s"
              .formatted(column.name(), cell, expected(column.type())));
      return "";
    }
    return column.type().equals("string") ? text.group(1).replaceAll("\\\\(.)", "$1") : cell;
  }

  private static String expected(String type) {
    return switch (type) {
      case "string" -> "un texte entre guillemets";
      case "boolean" -> "true ou false";
      case "integer" -> "un nombre entier";
      default -> "un nombre";
    };
  }

  private void fault(String reason) {
    faults.add(RuleFault.of(file.name(), reason));
  }

  private void fault(int row, String reason) {
    faults.add(new RuleFault(file.name(), row, reason));
  }
}
