package org.trame.backplan;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.trame.deadline.Clocks;
import org.trame.deadline.LegalClock;
import org.trame.deadline.Place;
import org.trame.profile.SittingDates;
import org.trame.programme.Programme;
import org.trame.workflow.Lifecycles;
import org.trame.workflow.Passage;

/**
 * The back-plans of programmes. However many programmes are asked for: one question to the history,
 * one to the clocks, one to the sittings; and the rules once for each municipality.
 */
@Component
@Transactional(readOnly = true)
public class BackPlans {

  private final PlanRules rules;
  private final Lifecycles lifecycles;
  private final Clocks clocks;
  private final SittingDates sittings;
  private final Clock time;

  BackPlans(
      PlanRules rules, Lifecycles lifecycles, Clocks clocks, SittingDates sittings, Clock time) {
    this.rules = rules;
    this.lifecycles = lifecycles;
    this.clocks = clocks;
    this.sittings = sittings;
    this.time = time;
  }

  /**
   * The plan of a programme, as all goes now; empty if its regime has none, or if the limit it ends
   * by has never run.
   */
  public Optional<BackPlan> of(Programme programme) {
    return Optional.ofNullable(ofAll(List.of(programme)).get(programme.id()));
  }

  /** The plans of those of these programmes that have one, by programme. */
  public Map<String, BackPlan> ofAll(Collection<Programme> programmes) {
    Map<String, BackPlan> plans = new HashMap<>();
    situations(programmes).forEach((id, now) -> plans.put(id, now.plan(WhatIf.NOTHING)));
    return plans;
  }

  /** Everything a plan is made from: what-if questions are answered from it. */
  public Optional<Situation> situation(Programme programme) {
    return Optional.ofNullable(situations(List.of(programme)).get(programme.id()));
  }

  private Map<String, Situation> situations(Collection<Programme> all) {
    Map<Place, Optional<PlanRules.Rules>> known = new HashMap<>();
    Map<Programme, PlanRules.Rules> planned = new HashMap<>();
    for (Programme programme : all) {
      known
          .computeIfAbsent(
              new Place(programme.regime(), programme.nis(), programme.region()), rules::of)
          .ifPresent(r -> planned.put(programme, r));
    }
    List<String> ids = planned.keySet().stream().map(Programme::id).toList();
    Map<String, List<Passage>> passages =
        lifecycles
            .passages(
                ids,
                planned.values().stream()
                    .flatMap(r -> r.activities().stream())
                    .collect(Collectors.toSet()))
            .stream()
            .collect(Collectors.groupingBy(Passage::subject));
    Map<String, List<LegalClock>> running =
        clocks.ofAll(ids).stream().collect(Collectors.groupingBy(LegalClock::subject));
    Map<String, List<LocalDate>> days =
        sittings.ofAll(planned.keySet().stream().map(Programme::nis).distinct().toList());
    Map<String, Situation> situations = new HashMap<>();
    planned.forEach(
        (programme, r) ->
            situation(
                    r,
                    passages.getOrDefault(programme.id(), List.of()),
                    running.getOrDefault(programme.id(), List.of()),
                    days.getOrDefault(programme.nis(), List.of()))
                .ifPresent(s -> situations.put(programme.id(), s)));
    return situations;
  }

  private Optional<Situation> situation(
      PlanRules.Rules r,
      List<Passage> passages,
      List<LegalClock> running,
      List<LocalDate> planned) {
    LocalDate today = LocalDate.now(time);
    Map<String, Progress> progress =
        Histories.progress(r.steps(), passages, running, today, time.getZone());
    TreeSet<LocalDate> days = new TreeSet<>(planned);
    r.steps().stream()
        .filter(s -> s.needsSitting() && s.untilDue())
        .map(s -> progress.get(s.code()))
        .filter(p -> p.state() == Progress.State.ACTIVE && p.due() != null)
        .forEach(p -> days.add(p.due()));
    return end(r.steps(), running)
        .map(
            end -> new Situation(r.steps(), progress, Sittings.of(days), today, end, r.settings()));
  }

  /** The limit of the whole programme that the last step must end by. */
  private static Optional<LegalClock> end(List<PlanStep> steps, List<LegalClock> running) {
    return steps.stream()
        .filter(s -> !s.endsBy().isEmpty())
        .flatMap(
            s ->
                running.stream()
                    .filter(c -> c.step().equals(s.endsBy()))
                    .filter(c -> c.occurrence().equals(Clocks.WHOLE_PROGRAMME)))
        .reduce((a, b) -> b);
  }

  /**
   * What is known of a programme on a day.
   *
   * @param steps of its regime
   * @param progress how far each has come
   * @param sittings planned by its council
   * @param today the day
   * @param whole the clock that leaves the last day
   * @param settings of its regime
   */
  public record Situation(
      List<PlanStep> steps,
      Map<String, Progress> progress,
      Sittings sittings,
      LocalDate today,
      LegalClock whole,
      CriticalPath.Settings settings) {

    /** Last day the law leaves. */
    public LocalDate end() {
      return whole.dueOn();
    }

    /** The plan if this goes otherwise. */
    public BackPlan plan(WhatIf whatIf) {
      return CriticalPath.of(steps, progress, sittings, today, end(), whatIf, settings);
    }

    /** The sittings that can still be missed. */
    public List<LocalDate> sittingsToCome() {
      return sittings.planned().stream()
          .filter(day -> !day.isBefore(today) && !day.isAfter(end()))
          .toList();
    }
  }
}
