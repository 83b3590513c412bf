package org.trame.scenario;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.springframework.stereotype.Component;
import org.trame.access.Actor;
import org.trame.backplan.PlanWatch;
import org.trame.deadline.Notices;
import org.trame.language.Messages;
import org.trame.ledger.Ledger;
import org.trame.party.Handovers;
import org.trame.workflow.TrameClock;

/** Plays scenarios: real engine, real tasks, real rules, simulated time. */
@Component
class Player {

  private final Models models;
  private final ScenarioChecker checker;
  private final Cast cast;
  private final Hands hands;
  private final Subjects subjects;
  private final Expectations expectations;
  private final Ledger ledger;
  private final Messages messages;
  private final TrameClock clock;
  private final Notices notices;
  private final PlanWatch plans;
  private final Handovers handovers;
  private final ManagementService management;
  private final RuntimeService runtime;

  Player(
      Models models,
      ScenarioChecker checker,
      Cast cast,
      Hands hands,
      Subjects subjects,
      Expectations expectations,
      Ledger ledger,
      Messages messages,
      TrameClock clock,
      Notices notices,
      PlanWatch plans,
      Handovers handovers,
      ManagementService management,
      RuntimeService runtime) {
    this.models = models;
    this.checker = checker;
    this.cast = cast;
    this.hands = hands;
    this.subjects = subjects;
    this.expectations = expectations;
    this.ledger = ledger;
    this.messages = messages;
    this.clock = clock;
    this.notices = notices;
    this.plans = plans;
    this.handovers = handovers;
    this.management = management;
    this.runtime = runtime;
  }

  /** What a play came to, from its first step to its last. */
  record Outcome(int steps, int refusals, int held, LocalDateTime from, LocalDateTime to) {}

  /**
   * Plays a scenario and goes back to the real time.
   *
   * @param today the real day, for relative dates
   * @throws ScenarioError if it names what does not exist; then nothing was played
   * @throws ScenarioFailure at the first thing that is not as expected
   */
  Outcome play(Scenario scenario, Narration narration, LocalDate today) {
    return play(scenario, narration, today, null);
  }

  /**
   * Plays a scenario, then lets the time pass until a moment, and goes back to the real time.
   *
   * @param until the moment, or null to stop at the last step
   */
  Outcome play(Scenario scenario, Narration narration, LocalDate today, LocalDateTime until) {
    models.refresh();
    checker.check(scenario, today);
    try {
      return new Performance(scenario, narration, today).play(until);
    } finally {
      clock.release();
    }
  }

  /** One play. */
  private final class Performance {
    private final Scenario scenario;
    private final Narration narration;
    private final TimeTravel time;
    private When.Origin origin;
    private String subject;
    private long ledgerRead;
    private int refusals;
    private int held;

    Performance(Scenario scenario, Narration narration, LocalDate today) {
      this.scenario = scenario;
      this.narration = narration;
      this.time = new TimeTravel(management, runtime, clock, notices, subjects.all());
      LocalDateTime start =
          scenario.start().resolve(new When.Origin(today, today, today.atTime(When.MORNING)));
      this.origin = new When.Origin(today, start.toLocalDate(), start);
    }

    Outcome play(LocalDateTime until) {
      narration.heading(scenario.name());
      ledgerRead = ledger.last();
      clock.moveTo(origin.at().atZone(TrameClock.BRUSSELS).toInstant());
      LocalDateTime from = origin.at();
      for (Step step : scenario.steps()) {
        take(step);
      }
      LocalDateTime to = origin.at();
      if (until != null && until.isAfter(to)) {
        origin = origin.at(until);
        letTimePass(scenario.place());
      }
      return new Outcome(scenario.steps().size(), refusals, held, from, to);
    }

    private void take(Step step) {
      if (step.at() != null) {
        origin = origin.at(step.at().resolve(origin));
        letTimePass(step.place());
      }
      if (step.on() != null) {
        turnTo(step.on());
      }
      if (step.action() instanceof Step.Chapter chapter) {
        narration.heading(chapter.title());
      } else if (!(step.action() instanceof Step.Wait)) {
        act(step);
        letTimePass(step.place());
      }
      step.expected().forEach(this::expect);
    }

    private void letTimePass(Place place) {
      try {
        time.moveTo(origin.at(), new Teller());
        handovers.look(party -> !time.isStranger(party));
      } catch (TimeTravel.JobFailed e) {
        throw new ScenarioFailure(place, e.getMessage() + ".", e);
      }
    }

    /** Tells what happens while the time passes. */
    private final class Teller implements TimeTravel.Witness {
      @Override
      public void fired(String activity, String about) {
        String whose = about == null || about.equals(subject) ? "" : " (" + about + ")";
        String what = models.isTask(activity) ? "Délai échu : " : "";
        narration.automatic(time.now(), what + models.name(activity) + whose);
        tellLedger();
      }

      @Override
      public void told() {
        plans.look(p -> !time.isStranger(p.id()));
        handovers.look(party -> !time.isStranger(party));
        tellLedger();
      }
    }

    private void turnTo(Value.Text name) {
      List<String> found = subjects.named(name.text());
      if (found.isEmpty()) {
        throw new ScenarioFailure(
            name.place(), "Aucun programme ne s'appelle « " + name.text() + " ».");
      }
      List<String> ours = found.stream().filter(s -> !time.isStranger(s)).toList();
      List<String> candidates = ours.isEmpty() ? found : ours;
      if (candidates.size() > 1) {
        throw new ScenarioFailure(
            name.place(),
            "Plusieurs programmes s'appellent « %s » : écrivez l'identifiant de l'un d'eux, %s."
                .formatted(name.text(), String.join(", ", candidates)));
      }
      subject = candidates.get(0);
      time.adopt(subject);
    }

    private void act(Step step) {
      Actor actor = cast.actor(step.who().text());
      narration.act(time.now(), actor.userId(), what(step.action()));
      String refusal = attempt(step, actor);
      tellLedger();
      if (refusal == null) {
        if (step.refused() != null) {
          throw new ScenarioFailure(
              step.place(), "Accepté, alors qu'un refus « " + step.refused() + " » est attendu.");
        }
        return;
      }
      if (step.refused() == null) {
        throw new ScenarioFailure(step.place(), "Refusé : " + refusal);
      }
      if (!plain(refusal).contains(plain(step.refused()))) {
        throw new ScenarioFailure(
            step.place(), "Refusé, mais pas pour « %s » : %s".formatted(step.refused(), refusal));
      }
      refusals++;
      narration.refused(refusal);
    }

    /** Why it is refused, or null if it is accepted. */
    private String attempt(Step step, Actor actor) {
      try {
        perform(step, actor);
        return null;
      } catch (Refused refused) {
        return refused.getMessage();
      } catch (ScenarioFailure failure) {
        throw failure;
      } catch (RuntimeException e) {
        throw new ScenarioFailure(step.place(), "Panne technique : " + e, e);
      }
    }

    private void perform(Step step, Actor actor) {
      if (step.action() instanceof Step.Start start) {
        subject = subjects.of(hands.start(start.process().text(), actor, start.with(), origin));
        return;
      }
      if (subject == null) {
        throw new ScenarioFailure(step.place(), "De quel programme s'agit-il ? Ajoutez « on ».");
      }
      if (step.action() instanceof Step.Complete complete) {
        hands.complete(complete, actor, subject, origin);
      } else if (step.action() instanceof Step.Edits written) {
        for (Step.Row row : written.rows()) {
          try {
            hands.edit(row, actor, subject, origin);
          } catch (Refused refused) {
            if (step.refused() != null) {
              throw refused;
            }
            throw new ScenarioFailure(row.edit().place(), "Refusé : " + refused.getMessage());
          }
        }
      }
    }

    private String what(Step.Action action) {
      if (action instanceof Step.Start start) {
        return models.name(start.process().text()) + summary(start.with().values());
      } else if (action instanceof Step.Complete complete) {
        String about = complete.about() == null ? "" : " " + complete.about().text();
        return models.name(complete.task().text()) + about + summary(complete.with().values());
      } else if (action instanceof Step.Edits written && !written.rows().isEmpty()) {
        Step.Row first = written.rows().get(0);
        String edit = first.edit().text();
        String label = messages.sayOr("edit." + edit, edit);
        return written.rows().size() == 1
            ? label + summary(first.with().values())
            : label + " (" + written.rows().size() + " lignes)";
      }
      return "";
    }

    private String summary(Collection<Value> values) {
      String text = values.stream().map(this::shown).collect(Collectors.joining(", "));
      String cut = text.length() > 100 ? text.substring(0, 99) + "…" : text;
      return cut.isEmpty() ? "" : " : " + cut;
    }

    private String shown(Value value) {
      if (value instanceof Value.Fields file) {
        return HandedIn.shown(file);
      }
      if (!(value instanceof Value.Text typed)) {
        return "…";
      }
      String text = typed.text().replaceAll("\\s+", " ");
      String day = When.isCounted(text) ? FormField.date(text, false, origin) : text;
      return When.number(day, origin);
    }

    private void expect(Step.Expectation expected) {
      if (subject == null) {
        throw new ScenarioFailure(
            expected.value().place(), "De quel programme s'agit-il ? Ajoutez « on ».");
      }
      narration.held(expectations.check(expected, subject, origin));
      held++;
    }

    private void tellLedger() {
      for (var entry : ledger.after(ledgerRead)) {
        narration.ledger(messages.sayNamed("act." + entry.act(), entry.details()));
        ledgerRead = entry.id();
      }
    }

    /** Spaces, quotes and case do not matter in the words of a refusal. */
    private static String plain(String text) {
      return text.replaceAll("[\\s\\u00a0\\u202f]+", " ")
          .replace('’', '\'')
          .toLowerCase(java.util.Locale.ROOT);
    }
  }
}
