package org.trame.scenario;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.trame.deadline.Clocks;
import org.trame.deadline.LegalClock;
import org.trame.ledger.Ledger;
import org.trame.ledger.LedgerEntry;
import org.trame.programme.Programme;
import org.trame.programme.Programmes;
import org.trame.workflow.OpenTask;
import org.trame.workflow.TrameClock;
import org.trame.workflow.Workflows;
import org.trame.worksheet.SubjectProgramme;

/** Compares what is expected with what is. */
@Component
class Expectations {

  private final Workflows workflows;
  private final Programmes programmes;
  private final Clocks clocks;
  private final Ledger ledger;
  private final Subjects subjects;
  private final Models models;
  private final List<SubjectProgramme> parts;

  Expectations(
      Workflows workflows,
      Programmes programmes,
      Clocks clocks,
      Ledger ledger,
      Subjects subjects,
      Models models,
      List<SubjectProgramme> parts) {
    this.workflows = workflows;
    this.programmes = programmes;
    this.clocks = clocks;
    this.ledger = ledger;
    this.subjects = subjects;
    this.models = models;
    this.parts = parts;
  }

  /**
   * Checks one expectation.
   *
   * @return what held, in a few words
   * @throws ScenarioFailure if it does not hold
   */
  String check(Step.Expectation expected, String subject, When.Origin origin) {
    return switch (expected.about()) {
      case TASKS -> tasks(expected, subject);
      case PHASE ->
          same(
              expected.value(),
              "phase",
              programme(expected, subject).map(Programme::phase).orElse("aucune"));
      case STATE ->
          same(
              expected.value(),
              "état",
              programme(expected, subject).map(p -> p.state().name()).orElse("aucun"));
      case DUE -> due(expected, subject, origin);
      case CLOCK -> clock(expected, subject, origin);
      case LEDGER -> ledger(expected, subject, origin);
      case HISTORY -> history(expected, subject);
    };
  }

  private Optional<Programme> programme(Step.Expectation expected, String subject) {
    Optional<Programme> programme = programmes.find(subject);
    if (programme.isEmpty()) {
      throw new ScenarioFailure(
          expected.value().place(), "« " + subject + " » n'est pas un programme.");
    }
    return programme;
  }

  private String tasks(Step.Expectation expected, String subject) {
    List<String> wanted =
        ((Value.Items) expected.value())
            .items().stream().map(v -> ((Value.Text) v).text()).sorted().toList();
    List<String> open = workflows.openTasks(subject).stream().map(OpenTask::key).sorted().toList();
    if (!open.equals(wanted)) {
      throw new ScenarioFailure(
          expected.value().place(),
          "Tâches ouvertes attendues : %s ; trouvées : %s.".formatted(list(wanted), list(open)));
    }
    return "tâches ouvertes : "
        + (open.isEmpty()
            ? "aucune"
            : String.join(", ", open.stream().distinct().map(models::name).toList()));
  }

  private static String list(List<String> words) {
    return words.isEmpty() ? "aucune" : String.join(", ", words);
  }

  private String due(Step.Expectation expected, String subject, When.Origin origin) {
    String task = expected.name().text();
    Instant due =
        workflows.openTasks(subject).stream()
            .filter(t -> t.key().equals(task))
            .findFirst()
            .orElseThrow(
                () ->
                    new ScenarioFailure(
                        expected.name().place(), "La tâche " + task + " n'est pas ouverte."))
            .due();
    String day = due == null ? "aucune" : LocalDate.ofInstant(due, TrameClock.BRUSSELS).toString();
    return same(
        day(expected.value(), origin),
        expected.value().place(),
        "échéance de « " + models.name(task) + " »",
        day);
  }

  private String clock(Step.Expectation expected, String subject, When.Origin origin) {
    String step = expected.name().text();
    LegalClock clock =
        clocks.of(subject).stream()
            .filter(c -> c.step().equals(step))
            .reduce((first, last) -> last)
            .orElseThrow(
                () ->
                    new ScenarioFailure(
                        expected.name().place(), "Le délai " + step + " n'a pas commencé."));
    String text = ((Value.Text) expected.value()).text();
    boolean state = Arrays.stream(LegalClock.State.values()).anyMatch(s -> s.name().equals(text));
    return same(
        state ? text : day(expected.value(), origin),
        expected.value().place(),
        "délai " + step,
        state ? clock.state().name() : clock.dueOn().toString());
  }

  private static String day(Value value, When.Origin origin) {
    return FormField.date(((Value.Text) value).text(), false, origin);
  }

  /** What happens to a part of a programme is in the ledger of the programme. */
  private String recordedOn(String subject) {
    return parts.stream().flatMap(p -> p.programme(subject).stream()).findFirst().orElse(subject);
  }

  private String ledger(Step.Expectation expected, String subject, When.Origin origin) {
    String act = expected.name().text();
    Map<String, String> wanted = new LinkedHashMap<>();
    ((Value.Fields) expected.value())
        .values()
        .forEach((name, value) -> wanted.put(name, ((Value.Text) value).text()));
    wanted.remove("act");
    String day = wanted.containsKey("on") ? date(wanted.remove("on"), origin) : "";
    List<LedgerEntry> all = ledger.of(recordedOn(subject));
    List<LedgerEntry> named = all.stream().filter(e -> e.act().equals(act)).toList();
    if (named.isEmpty()) {
      List<String> acts = all.stream().map(LedgerEntry::act).toList();
      throw new ScenarioFailure(
          expected.name().place(),
          "L'acte « %s » n'est pas au registre. Derniers actes : %s."
              .formatted(act, list(acts.subList(Math.max(0, acts.size() - 5), acts.size()))));
    }
    if (named.stream().noneMatch(e -> says(e, day, wanted))) {
      throw new ScenarioFailure(
          expected.name().place(),
          "L'acte « %s » est au registre, mais pas ainsi. Trouvé : %s."
              .formatted(
                  act, list(named.stream().map(e -> dayOf(e) + " " + e.details()).toList())));
    }
    return "au registre : " + act + (day.isEmpty() ? "" : " le " + day);
  }

  private static boolean says(LedgerEntry entry, String day, Map<String, String> wanted) {
    return (day.isEmpty() || dayOf(entry).equals(day))
        && wanted.entrySet().stream()
            .allMatch(w -> w.getValue().equals(entry.details().get(w.getKey())));
  }

  private static String dayOf(LedgerEntry entry) {
    return LocalDate.ofInstant(entry.at(), TrameClock.BRUSSELS).toString();
  }

  private static String date(String text, When.Origin origin) {
    return FormField.date(text, false, origin);
  }

  private String history(Step.Expectation expected, String subject) {
    String activity = expected.name().text();
    if (!subjects.wentThrough(subject, activity)) {
      throw new ScenarioFailure(
          expected.name().place(), "Le programme n'est pas passé par « " + activity + " ».");
    }
    return "passé par « " + models.name(activity) + " »";
  }

  private static String same(Value expected, String what, String found) {
    return same(((Value.Text) expected).text(), expected.place(), what, found);
  }

  private static String same(String expected, Place place, String what, String found) {
    if (!expected.equals(found)) {
      throw new ScenarioFailure(
          place, "%s : attendu %s, trouvé %s.".formatted(what, expected, found));
    }
    return what + " : " + found;
  }
}
