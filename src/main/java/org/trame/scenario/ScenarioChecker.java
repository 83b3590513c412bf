package org.trame.scenario;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.trame.deadline.LegalClock;
import org.trame.input.Field;
import org.trame.language.Messages;
import org.trame.programme.Programme;
import org.trame.regime.Regimes;
import org.trame.worksheet.Edits;

/** Refuses a scenario that names what does not exist, before anything is played. */
@Component
class ScenarioChecker {

  private static final int SHOWN = 6;

  private final Models models;
  private final Edits edits;
  private final Cast cast;
  private final Regimes regimes;
  private final Messages messages;
  private final HandedIn files;

  ScenarioChecker(
      Models models, Edits edits, Cast cast, Regimes regimes, Messages messages, HandedIn files) {
    this.models = models;
    this.edits = edits;
    this.cast = cast;
    this.regimes = regimes;
    this.messages = messages;
    this.files = files;
  }

  /**
   * Checks every name and date of a scenario.
   *
   * @param today the real day, for relative dates
   * @throws ScenarioError with everything that is unknown, by file and line
   */
  void check(Scenario scenario, LocalDate today) {
    new Run(today).check(scenario);
  }

  /** One check. */
  private final class Run {
    private final List<Problem> problems = new ArrayList<>();
    private final Set<String> accounts = cast.accounts();
    private final Set<String> clocks =
        regimes.all().stream()
            .flatMap(r -> regimes.keys(r, "TimeLimits").stream())
            .collect(Collectors.toCollection(HashSet::new));
    private When.Origin origin;

    Run(LocalDate today) {
      origin = new When.Origin(today, today, today.atTime(When.MORNING));
    }

    void check(Scenario scenario) {
      LocalDateTime start = scenario.start().resolve(origin);
      origin = new When.Origin(origin.today(), start.toLocalDate(), start);
      scenario.steps().forEach(this::check);
      if (!problems.isEmpty()) {
        throw new ScenarioError(problems);
      }
    }

    private void check(Step step) {
      if (step.at() != null) {
        LocalDateTime at = step.at().resolve(origin);
        that(
            !at.isBefore(origin.at()),
            step.place(),
            "Le temps ne recule pas : ce pas est le %s, le précédent le %s.",
            at,
            origin.at());
        origin = origin.at(at);
      }
      if (step.who() != null) {
        known(step.who(), accounts, "Le compte", "n'existe pas");
      }
      if (step.action() instanceof Step.Start start) {
        String process = start.process().text();
        known(start.process(), models.processes(), "Le processus", "n'existe pas");
        fields(start.with(), keys(models.fieldsOfStart(process)), process);
      } else if (step.action() instanceof Step.Complete complete) {
        String task = complete.task().text();
        known(complete.task(), models.tasks(), "La tâche", "n'existe pas");
        if (models.isTask(task)) {
          fields(complete.with(), keys(models.fieldsOfTask(task)), task);
        }
      } else if (step.action() instanceof Step.Edits written) {
        written.rows().forEach(this::row);
      }
      step.expected().forEach(this::expectation);
    }

    private void row(Step.Row row) {
      String name = row.edit().text();
      try {
        List<Field> known = edits.get(name).fields();
        Map<String, Value> typed = new LinkedHashMap<>(row.with());
        known.stream()
            .filter(f -> f.kind() == Field.Kind.FILE && typed.containsKey(f.name()))
            .forEach(f -> files.check(f.name(), typed.remove(f.name()), this::that));
        fields(typed, known.stream().map(Field::name).toList(), name);
      } catch (NoSuchElementException e) {
        known(
            row.edit(),
            edits.all().stream().map(x -> x.name()).toList(),
            "L'écriture",
            "n'existe pas");
      }
    }

    private void fields(Map<String, Value> with, Collection<String> keys, String owner) {
      with.forEach(
          (name, value) -> {
            that(
                keys.contains(name),
                value.place(),
                "Le champ « %s » n'existe pas dans %s ; possibles : %s.",
                name,
                owner,
                keys.isEmpty() ? "aucun" : String.join(", ", keys));
            that(
                value instanceof Value.Text,
                value.place(),
                "Le champ « %s » prend une valeur, pas %s.",
                name,
                value.kind());
          });
    }

    private static List<String> keys(List<FormField> fields) {
      return fields.stream().map(FormField::key).toList();
    }

    private void expectation(Step.Expectation expected) {
      switch (expected.about()) {
        case TASKS -> ((Value.Items) expected.value()).items().forEach(this::task);
        case PHASE -> element(expected.value());
        case STATE ->
            known(
                (Value.Text) expected.value(),
                Arrays.stream(Programme.State.values()).map(Enum::name).toList(),
                "L'état",
                "n'existe pas");
        case DUE -> {
          task(expected.name());
          moment(expected.value());
        }
        case CLOCK -> {
          known(expected.name(), clocks, "Le délai", "n'existe pas");
          List<String> states = Arrays.stream(LegalClock.State.values()).map(Enum::name).toList();
          if (!(expected.value() instanceof Value.Text text && states.contains(text.text()))) {
            moment(expected.value());
          }
        }
        case LEDGER ->
            that(
                !messages.sayOr("act." + expected.name().text(), "").isEmpty(),
                expected.name().place(),
                "L'acte « %s » n'existe pas.",
                expected.name().text());
        case HISTORY -> element(expected.name());
        default -> throw new IllegalStateException("Not handled: " + expected.about());
      }
    }

    private void task(Value value) {
      if (value instanceof Value.Text text) {
        known(text, models.tasks(), "La tâche", "n'existe pas");
      } else {
        that(false, value.place(), "Une tâche est un mot, pas %s.", value.kind());
      }
    }

    private void element(Value value) {
      that(
          value instanceof Value.Text text && models.isElement(text.text()),
          value.place(),
          "L'élément « %s » n'est dans aucun diagramme.",
          value instanceof Value.Text text ? text.text() : value.kind());
    }

    private void moment(Value value) {
      that(
          value instanceof Value.Text text && When.read(text.text()).isPresent(),
          value.place(),
          "« %s » n'est ni une date ni un état de délai.",
          value instanceof Value.Text text ? text.text() : value.kind());
    }

    private void known(Value.Text name, Collection<String> all, String what, String verb) {
      that(
          all.contains(name.text()),
          name.place(),
          "%s « %s » %s ; possibles : %s.",
          what,
          name.text(),
          verb,
          nearest(name.text(), all));
    }

    private void that(boolean holds, Place place, String sentence, Object... args) {
      if (!holds) {
        problems.add(new Problem(place, sentence.formatted(args)));
      }
    }

    /** What may have been meant: the names that begin most alike. */
    private static String nearest(String name, Collection<String> all) {
      Comparator<String> likeness = Comparator.comparingInt(a -> -common(name, a));
      return all.stream()
          .sorted(likeness.thenComparing(Comparator.naturalOrder()))
          .limit(SHOWN)
          .collect(Collectors.joining(", "));
    }

    private static int common(String one, String other) {
      int length = 0;
      while (length < Math.min(one.length(), other.length())
          && one.charAt(length) == other.charAt(length)) {
        length++;
      }
      return length;
    }
  }
}
