package org.trame.scenario;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.springframework.core.io.Resource;

/** Reads a scenario and the parts it plays, and refuses what is not written in the format. */
final class ScenarioReader {

  private static final int DEEPEST = 10;
  private static final Set<String> SCENARIO = Set.of("name", "start", "steps");
  private static final Set<String> PART = Set.of("name", "parameters", "steps");
  private static final Set<String> STEP =
      Set.of(
          "at",
          "on",
          "who",
          "with",
          "row",
          "about",
          "refused",
          "expect",
          "chapter",
          "start",
          "complete",
          "edit",
          "edits",
          "play");
  private static final List<String> ACTIONS =
      List.of("chapter", "start", "complete", "edit", "edits", "play");

  private final List<Problem> problems = new ArrayList<>();
  private final List<Step> steps = new ArrayList<>();

  private ScenarioReader() {}

  /**
   * Reads a scenario.
   *
   * @throws ScenarioError with everything that is not understood, by file and line
   */
  static Scenario read(Resource resource) {
    ScenarioReader reader = new ScenarioReader();
    Scenario scenario = reader.scenario(resource);
    if (!reader.problems.isEmpty()) {
      throw new ScenarioError(reader.problems);
    }
    return scenario;
  }

  private Scenario scenario(Resource resource) {
    Value.Fields top = fields(YamlFile.read(resource, null), "un scénario");
    known(top, SCENARIO, "un scénario");
    String name = text(required(top, "name"), "name");
    When start = when(required(top, "start"));
    if (start != null && start.base() == When.Base.AT) {
      problem(
          top.values().get("start").place(),
          "Le début d'un scénario est un jour ou « today », plus ou moins un délai.");
    }
    steps(top, resource, 0);
    return new Scenario(top.place(), name, start, steps);
  }

  private void steps(Value.Fields top, Resource resource, int depth) {
    Value list = required(top, "steps");
    if (list instanceof Value.Items items) {
      items.items().forEach(item -> step(item, resource, depth));
    } else {
      problem(list.place(), "« steps » est une liste de pas.");
    }
  }

  private void step(Value item, Resource resource, int depth) {
    if (!(item instanceof Value.Fields step)) {
      problem(item.place(), "Un pas s'écrit avec des champs « nom: valeur ».");
      return;
    }
    known(step, STEP, "un pas");
    List<String> actions = ACTIONS.stream().filter(step.values()::containsKey).toList();
    if (actions.size() > 1) {
      problem(step.place(), "Un pas fait une seule chose, pas : " + String.join(", ", actions));
      return;
    }
    String action = actions.isEmpty() ? "" : actions.get(0);
    if ("play".equals(action)) {
      play(step, resource, depth);
      return;
    }
    Step.Action what = action(action, step);
    checkCompanions(action, step);
    steps.add(
        new Step(
            step.place(),
            step.values().containsKey("at") ? when(step.values().get("at")) : null,
            optional(step, "on"),
            optional(step, "who"),
            what,
            step.values().containsKey("refused")
                ? text(step.values().get("refused"), "refused")
                : null,
            expectations(step)));
  }

  private void checkCompanions(String action, Value.Fields step) {
    boolean somebodyActs = Set.of("start", "complete", "edit", "edits").contains(action);
    if (somebodyActs) {
      required(step, "who");
    }
    for (String key : List.of("who", "with", "refused")) {
      if (!somebodyActs && step.values().containsKey(key)) {
        problem(step.keys().get(key), "« " + key + " » accompagne start, complete ou edit.");
      }
    }
    if (step.values().containsKey("row") && !"edit".equals(action)) {
      problem(step.keys().get("row"), "« row » accompagne edit.");
    }
    if (step.values().containsKey("about") && !"complete".equals(action)) {
      problem(step.keys().get("about"), "« about » accompagne complete.");
    }
    if (step.values().containsKey("refused") && "edits".equals(action)) {
      problem(step.keys().get("refused"), "« refused » accompagne un seul edit, pas edits.");
    }
  }

  private Step.Action action(String action, Value.Fields step) {
    Value value = action.isEmpty() ? step : step.values().get(action);
    return switch (action) {
      case "chapter" -> new Step.Chapter(text(value, action));
      case "start" -> new Step.Start(word(value, action), with(step));
      case "complete" ->
          new Step.Complete(word(value, action), optional(step, "about"), with(step));
      case "edit" ->
          new Step.Edits(
              List.of(new Step.Row(word(value, action), optional(step, "row"), with(step))));
      case "edits" -> new Step.Edits(rows(step, value));
      default -> new Step.Wait();
    };
  }

  private List<Step.Row> rows(Value.Fields step, Value value) {
    List<Step.Row> rows = new ArrayList<>();
    Map<String, Value> common = with(step);
    Value.Fields edits = fields(value, "« edits »");
    edits
        .values()
        .forEach(
            (name, list) -> {
              Value.Text edit = new Value.Text(edits.keys().get(name), name);
              if (!(list instanceof Value.Items items)) {
                problem(list.place(), "« " + name + " » est une liste de lignes.");
                return;
              }
              for (Value item : items.items()) {
                Map<String, Value> values = new LinkedHashMap<>(common);
                values.putAll(fields(item, "une ligne").values());
                rows.add(new Step.Row(new Value.Text(item.place(), edit.text()), null, values));
              }
            });
    return rows;
  }

  private void play(Value.Fields step, Resource from, int depth) {
    for (String key : step.values().keySet()) {
      if (!Set.of("play", "with").contains(key)) {
        problem(step.keys().get(key), "« play » n'accepte que « with ».");
      }
    }
    String path = text(step.values().get("play"), "play");
    if (depth == DEEPEST) {
      problem(step.place(), "Les fichiers joués s'appellent l'un l'autre sans fin.");
      return;
    }
    try {
      Resource resource = from.createRelative(path);
      Value.Fields raw = fields(YamlFile.read(resource, step.place()), "une partie");
      known(raw, PART, "une partie");
      Map<String, Value> parameters = parameters(step, raw);
      Value.Fields part = fields(YamlFile.fillIn(raw, parameters), "une partie");
      steps(part, resource, depth + 1);
    } catch (ScenarioError e) {
      problems.addAll(e.problems());
    } catch (IOException e) {
      problem(step.place(), "Le fichier " + path + " ne peut pas être lu.");
    }
  }

  /** An empty default means: the parameter must be given. */
  private Map<String, Value> parameters(Value.Fields step, Value.Fields part) {
    Map<String, Value> values = new LinkedHashMap<>();
    if (part.values().containsKey("parameters")) {
      values.putAll(fields(part.values().get("parameters"), "« parameters »").values());
    }
    with(step)
        .forEach(
            (name, value) -> {
              if (values.replace(name, value) == null) {
                problem(value.place(), "Cette partie n'a pas de paramètre « " + name + " ».");
              }
            });
    values.forEach(
        (name, value) -> {
          if (value instanceof Value.Text text && text.text().isEmpty()) {
            problem(step.place(), "Le paramètre « " + name + " » doit être donné.");
          }
        });
    return values;
  }

  private List<Step.Expectation> expectations(Value.Fields step) {
    List<Step.Expectation> expected = new ArrayList<>();
    if (!step.values().containsKey("expect")) {
      return expected;
    }
    Value.Fields expect = fields(step.values().get("expect"), "« expect »");
    expect
        .values()
        .forEach((name, value) -> expectation(name, value, expect.keys().get(name), expected));
    return expected;
  }

  private void expectation(String name, Value value, Place place, List<Step.Expectation> expected) {
    Step.About about;
    try {
      about = Step.About.valueOf(name.toUpperCase(Locale.ROOT));
    } catch (IllegalArgumentException e) {
      problem(
          place,
          "On ne peut pas attendre « %s » ; possibles : %s."
              .formatted(
                  name,
                  String.join(
                      ", ",
                      java.util.Arrays.stream(Step.About.values())
                          .map(a -> a.name().toLowerCase(Locale.ROOT))
                          .toList())));
      return;
    }
    Value.Text none = new Value.Text(value.place(), "");
    switch (about) {
      case TASKS -> expected.add(new Step.Expectation(about, none, items(value)));
      case PHASE, STATE -> expected.add(new Step.Expectation(about, none, word(value, name)));
      case DUE, CLOCK -> {
        Value.Fields each = fields(value, "« " + name + " »");
        each.values()
            .forEach(
                (key, of) ->
                    expected.add(
                        new Step.Expectation(
                            about, new Value.Text(each.keys().get(key), key), of)));
      }
      case LEDGER -> items(value).items().forEach(item -> expected.add(act(item)));
      case HISTORY ->
          items(value).items().stream()
              .map(item -> word(item, name))
              .forEach(item -> expected.add(new Step.Expectation(about, item, none)));
      default -> throw new IllegalStateException("Not handled: " + about);
    }
  }

  /** An act of the ledger: its code, or its code with its day and named values. */
  private Step.Expectation act(Value item) {
    if (!(item instanceof Value.Fields fields)) {
      Value.Fields nothing = new Value.Fields(item.place(), Map.of(), Map.of());
      return new Step.Expectation(Step.About.LEDGER, word(item, "ledger"), nothing);
    }
    fields.values().forEach((name, value) -> text(value, name));
    return new Step.Expectation(Step.About.LEDGER, word(required(fields, "act"), "act"), fields);
  }

  /** A single value is a list of one; an empty one is an empty list. */
  private static Value.Items items(Value value) {
    if (value instanceof Value.Items items) {
      return items;
    }
    boolean empty = value instanceof Value.Text text && text.text().isEmpty();
    return new Value.Items(value.place(), empty ? List.of() : List.of(value));
  }

  private Map<String, Value> with(Value.Fields step) {
    Value with = step.values().get("with");
    return with == null ? Map.of() : fields(with, "« with »").values();
  }

  private When when(Value value) {
    String text = text(value, "date");
    return When.read(text)
        .orElseGet(
            () -> {
              problem(
                  value.place(),
                  "« "
                      + text
                      + " » n'est pas un moment : écrivez par exemple 2021-01-11 09:00, +3 days ou"
                      + " today - 2 months.");
              return null;
            });
  }

  private void known(Value.Fields fields, Set<String> keys, String what) {
    fields
        .keys()
        .forEach(
            (key, place) -> {
              if (!keys.contains(key)) {
                problem(
                    place,
                    "« %s » n'existe pas dans %s ; possibles : %s."
                        .formatted(key, what, String.join(", ", keys.stream().sorted().toList())));
              }
            });
  }

  private Value required(Value.Fields fields, String key) {
    Value value = fields.values().get(key);
    if (value == null) {
      problem(fields.place(), "Il manque « " + key + " ».");
      return new Value.Text(fields.place(), "");
    }
    return value;
  }

  private Value.Text optional(Value.Fields fields, String key) {
    Value value = fields.values().get(key);
    return value == null ? null : word(value, key);
  }

  private Value.Text word(Value value, String key) {
    return new Value.Text(value.place(), text(value, key));
  }

  private String text(Value value, String key) {
    if (value instanceof Value.Text text) {
      return text.text();
    }
    problem(value.place(), "« " + key + " » est une valeur, pas " + value.kind() + ".");
    return "";
  }

  private Value.Fields fields(Value value, String what) {
    if (value instanceof Value.Fields fields) {
      return fields;
    }
    problem(
        value.place(),
        "%s s'écrit avec des champs « nom: valeur », pas %s.".formatted(what, value.kind()));
    return new Value.Fields(value.place(), Map.of(), Map.of());
  }

  private void problem(Place place, String sentence) {
    problems.add(new Problem(place, sentence));
  }
}
