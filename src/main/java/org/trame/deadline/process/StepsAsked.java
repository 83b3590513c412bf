package org.trame.deadline.process;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.CallActivity;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaProperty;
import org.camunda.bpm.model.xml.ModelException;
import org.trame.deadline.TimeLimit;
import org.trame.regime.RuleFault;
import org.trame.regime.RuleTable;
import org.trame.workflow.ModelFile;

/**
 * The steps that models ask, and the regimes that have to know them: those whose lifecycle calls
 * the process, directly or not. A process that no lifecycle calls may serve only some regimes: a
 * regime that knows one of its steps has to know them all, and at least one regime does.
 */
final class StepsAsked {

  private static final Pattern CALL =
      Pattern.compile(
          "limits\\.\\w+\\(\\s*\\w+\\s*,\\s*(?:'|&#39;|&apos;)([^'&]+)(?:'|&#39;|&apos;)");

  private static final Pattern LIFECYCLE = Pattern.compile("bpmn/regimes/[^/]+/([^/]+)\\.bpmn");

  /** What a process asks and calls. */
  private record Asked(String file, Set<String> steps, Set<String> calls) {}

  private final Map<String, Asked> processes = new TreeMap<>();

  StepsAsked(List<ModelFile> models) {
    models.stream().filter(m -> m.is(".bpmn")).forEach(this::read);
  }

  private void read(ModelFile file) {
    BpmnModelInstance model;
    try {
      model = Bpmn.readModelFromStream(new ByteArrayInputStream(file.content()));
    } catch (ModelException e) {
      return;
    }
    Set<String> steps = new TreeSet<>();
    Matcher call = CALL.matcher(new String(file.content(), StandardCharsets.UTF_8));
    while (call.find()) {
      steps.add(call.group(1));
    }
    model.getModelElementsByType(CamundaProperty.class).stream()
        .filter(p -> TimeLimitProperty.NAME.equals(p.getCamundaName()))
        .map(CamundaProperty::getCamundaValue)
        .filter(step -> !step.contains("${"))
        .forEach(steps::add);
    Set<String> calls =
        model.getModelElementsByType(CallActivity.class).stream()
            .map(CallActivity::getCalledElement)
            .filter(java.util.Objects::nonNull)
            .collect(Collectors.toCollection(TreeSet::new));
    model
        .getModelElementsByType(Process.class)
        .forEach(p -> processes.put(p.getId(), new Asked(file.name(), steps, calls)));
  }

  List<RuleFault> faults(List<RuleTable> limits) {
    List<RuleFault> faults = new ArrayList<>();
    Map<RuleTable, Set<String>> known = new LinkedHashMap<>();
    limits.forEach(t -> known.put(t, steps(t)));
    Set<String> called = new TreeSet<>();
    for (RuleTable table : limits) {
      String lifecycle = table.id().substring(0, table.id().length() - TimeLimit.TABLE.length());
      if (!processes.containsKey(lifecycle)) {
        faults.add(
            RuleFault.of(table.file(), "aucun processus ne s’appelle « %s »".formatted(lifecycle)));
        continue;
      }
      Set<String> reached = reachedFrom(lifecycle);
      called.addAll(reached);
      reached.forEach(p -> faults.addAll(missing(table, known.get(table), processes.get(p))));
    }
    faults.addAll(lifecyclesWithoutTable(limits));
    for (Map.Entry<String, Asked> other : processes.entrySet()) {
      if (!called.contains(other.getKey())) {
        faults.addAll(ofItsOwn(other.getValue(), known));
      }
    }
    return faults;
  }

  private List<RuleFault> lifecyclesWithoutTable(List<RuleTable> limits) {
    List<RuleFault> faults = new ArrayList<>();
    for (Map.Entry<String, Asked> process : processes.entrySet()) {
      String table = process.getKey() + TimeLimit.TABLE;
      if (LIFECYCLE.matcher(process.getValue().file()).matches()
          && reachedFrom(process.getKey()).stream()
              .anyMatch(p -> !processes.get(p).steps().isEmpty())
          && limits.stream().noneMatch(t -> t.id().equals(table))) {
        String folder = process.getValue().file().replaceFirst("[^/]+$", "");
        faults.add(
            RuleFault.of(
                folder + table + ".dmn",
                "elle manque, le processus « %s » demande des délais".formatted(process.getKey())));
      }
    }
    return faults;
  }

  private static Set<String> steps(RuleTable table) {
    return table.rows().stream().map(r -> r.literal(0)).collect(Collectors.toSet());
  }

  private Set<String> reachedFrom(String lifecycle) {
    Set<String> reached = new TreeSet<>();
    Deque<String> next = new ArrayDeque<>(List.of(lifecycle));
    while (!next.isEmpty()) {
      String process = next.pop();
      if (processes.containsKey(process) && reached.add(process)) {
        next.addAll(processes.get(process).calls());
      }
    }
    return reached;
  }

  private static List<RuleFault> missing(RuleTable table, Set<String> known, Asked asked) {
    return asked.steps().stream()
        .filter(step -> !known.contains(step))
        .map(
            step ->
                RuleFault.of(
                    table.file(),
                    "aucune ligne pour l’étape « %s », que demande %s"
                        .formatted(step, asked.file())))
        .toList();
  }

  private static List<RuleFault> ofItsOwn(Asked asked, Map<RuleTable, Set<String>> known) {
    List<RuleFault> faults = new ArrayList<>();
    List<RuleTable> serving =
        known.keySet().stream()
            .filter(t -> asked.steps().stream().anyMatch(known.get(t)::contains))
            .toList();
    serving.forEach(t -> faults.addAll(missing(t, known.get(t), asked)));
    if (serving.isEmpty() && !known.isEmpty()) {
      faults.addAll(missing(known.keySet().iterator().next(), Set.of(), asked));
    }
    return faults;
  }
}
