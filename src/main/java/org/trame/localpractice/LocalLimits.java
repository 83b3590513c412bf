package org.trame.localpractice;

import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.trame.access.Actor;
import org.trame.access.Actors;
import org.trame.access.Role;
import org.trame.calendar.Term;
import org.trame.deadline.LimitChanges;
import org.trame.deadline.Place;
import org.trame.deadline.TimeLimit;
import org.trame.input.Refusal;
import org.trame.language.Messages;
import org.trame.ledger.Ledger;
import org.trame.regime.Regimes;

/**
 * Time limits that no text fixes, as each municipality or Region sets them for its own programmes.
 * A clock follows the rule of the day it starts on, and keeps it.
 */
@Component
@Transactional
public class LocalLimits implements LimitChanges {

  private static final Map<TimeLimit.ChangeableBy, Set<Role>> WHO =
      Map.of(
          TimeLimit.ChangeableBy.MUNICIPALITY,
              Set.of(Role.COORDINATOR, Role.DEPARTMENT_HEAD, Role.ALDERMAN),
          TimeLimit.ChangeableBy.REGION, Set.of(Role.REGION_EXAMINER, Role.REGION_DIRECTOR));

  private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM/yyyy");
  private static final int EARLIEST_WARNING = 250;

  private final LimitChangeStore changes;
  private final Regimes regimes;
  private final Ledger ledger;
  private final Clock time;

  LocalLimits(LimitChangeStore changes, Regimes regimes, Ledger ledger, Clock time) {
    this.changes = changes;
    this.regimes = regimes;
    this.ledger = ledger;
    this.time = time;
  }

  @Override
  @Transactional(readOnly = true)
  public Optional<TimeLimit> changed(TimeLimit rule, Place place, LocalDate on) {
    String where = place(rule.changeableBy(), place);
    return where == null || place.regime() == null
        ? Optional.empty()
        : apply(rule, changes.of(place.regime(), rule.changeableBy(), where, rule.step()), on);
  }

  private static Optional<TimeLimit> apply(
      TimeLimit rule, List<LimitChange> history, LocalDate on) {
    return history.stream()
        .filter(c -> c.level() == rule.changeableBy() && !c.since().isAfter(on))
        .reduce((earlier, later) -> later)
        .filter(c -> !c.reset())
        .map(c -> apply(rule, c));
  }

  private static TimeLimit apply(TimeLimit rule, LimitChange change) {
    boolean region = change.level() == TimeLimit.ChangeableBy.REGION;
    String since = DAY.format(change.since());
    List<TimeLimit.Rung> warnings =
        Stream.concat(
                change.warnings().stream().map(d -> new TimeLimit.Rung(d, TimeLimit.HOLDER)),
                rule.warnings().stream().filter(w -> !w.role().equals(TimeLimit.HOLDER)))
            .sorted(Comparator.comparingInt(TimeLimit.Rung::days))
            .toList();
    return rule.changed(
        change.term(),
        warnings,
        "%s de la %s depuis le %s : %s"
            .formatted(
                TimeLimit.LOCAL_PRACTICE, region ? "Région" : "commune", since, change.reason()),
        "%s van %s sinds %s: %s"
            .formatted(
                TimeLimit.LOCAL_PRACTICE_NL,
                region ? "het Gewest" : "de gemeente",
                since,
                change.reason()));
  }

  /** Every time limit of the regime as it is there today, in the order of the table. */
  @Transactional(readOnly = true)
  public List<LimitInForce> all(Place place) {
    LocalDate today = LocalDate.now(time);
    Map<String, List<LimitChange>> history = new TreeMap<>();
    for (TimeLimit.ChangeableBy level : WHO.keySet()) {
      String where = place(level, place);
      if (where != null) {
        history.putAll(
            changes.of(place.regime(), level, where).stream()
                .collect(Collectors.groupingBy(LimitChange::step)));
      }
    }
    List<LimitInForce> all = new ArrayList<>();
    regimes
        .rows(place.regime(), TimeLimit.TABLE)
        .forEach(
            (step, row) -> {
              TimeLimit table = TimeLimit.of(step, row);
              List<LimitChange> own = history.getOrDefault(step, List.of());
              all.add(new LimitInForce(apply(table, own, today).orElse(table), table, own));
            });
    return all;
  }

  /**
   * One time limit as it is there today.
   *
   * @throws NoSuchElementException if the regime has no such step
   */
  @Transactional(readOnly = true)
  public LimitInForce one(Place place, String step) {
    return all(place).stream()
        .filter(l -> l.table().step().equals(step))
        .findFirst()
        .orElseThrow(() -> new NoSuchElementException("No step " + step));
  }

  /** Regimes of this region, in order. */
  public List<String> regimes(String region) {
    return regimes.all().stream()
        .filter(r -> regimes.has(r, TimeLimit.TABLE))
        .filter(r -> region.equals(regimes.rows(r, "Parameters").get("region").string("value")))
        .toList();
  }

  /** Codes of the places of this level that ever changed a time limit. */
  @Transactional(readOnly = true)
  public List<String> places(TimeLimit.ChangeableBy level) {
    return changes.places(level);
  }

  /** Whether the actor may change this rule for this place. */
  public boolean mayChange(Actor actor, TimeLimit rule, Place place) {
    return place(rule.changeableBy(), place) != null
        && WHO.get(rule.changeableBy()).stream()
            .anyMatch(role -> actor.in(role.group(place.nis(), place.region())));
  }

  /**
   * Changes a time limit for the programmes of this place that come to the step from today on.
   *
   * @throws Refusal if it is law, not the actor's to change, out of bounds, or no change
   */
  public void change(Place place, String step, ChangeLimit form) {
    LimitInForce limit = changeable(place, step);
    Term term = term(form);
    List<Integer> warnings = warnings(form.limitWarnings());
    if (term.equals(limit.rule().term()) && warnings.equals(ofHolder(limit.rule()))) {
      throw Refusal.of("refusal.limit.same");
    }
    add(place, limit, term, warnings, form.limitReason());
    String subject = subject(limit.table().changeableBy(), place);
    ledger.record(
        subject,
        "limit-changed",
        Map.of(
            "regime", place.regime(),
            "step", step,
            "amount", term.amount(),
            "unit", term.unit().name(),
            "formerAmount", limit.rule().term().amount(),
            "formerUnit", limit.rule().term().unit().name(),
            "reason", form.limitReason()));
  }

  /**
   * Lets the table's value be in force again.
   *
   * @throws Refusal if it is, or it is not the actor's to change
   */
  public void reset(Place place, String step, ResetLimit form) {
    LimitInForce limit = changeable(place, step);
    if (!limit.changed()) {
      throw Refusal.of("refusal.limit.same");
    }
    add(place, limit, null, List.of(), form.limitReason());
    String subject = subject(limit.table().changeableBy(), place);
    ledger.record(
        subject,
        "limit-reset",
        Map.of(
            "regime", place.regime(),
            "step", step,
            "amount", limit.table().term().amount(),
            "unit", limit.table().term().unit().name(),
            "reason", form.limitReason()));
  }

  private LimitInForce changeable(Place place, String step) {
    LimitInForce limit = one(place, step);
    if (limit.table().changeableBy() == TimeLimit.ChangeableBy.NOBODY) {
      throw Refusal.of("refusal.limit.law", limit.table().source(Messages.locale()));
    }
    if (!mayChange(Actors.current(), limit.table(), place)) {
      throw Refusal.of("refusal.limit." + limit.table().changeableBy().name());
    }
    return limit;
  }

  private void add(
      Place place, LimitInForce limit, Term term, List<Integer> warnings, String reason) {
    TimeLimit.ChangeableBy level = limit.table().changeableBy();
    changes.add(
        new LimitChange(
            place.regime(),
            limit.table().step(),
            level,
            place(level, place),
            term,
            warnings,
            reason,
            Actors.current().userId(),
            time.instant()));
  }

  private static Term term(ChangeLimit form) {
    try {
      return new Term(form.limitAmount(), form.limitUnit());
    } catch (IllegalArgumentException e) {
      throw Refusal.at("limitAmount", "refusal.limit.amount", Term.longest(form.limitUnit()));
    }
  }

  /** Falling, as people write them: 10, 3. */
  private static List<Integer> warnings(String text) {
    if (text == null) {
      return List.of();
    }
    List<Integer> days = new ArrayList<>();
    for (String day : text.strip().split("[\\s,;]+")) {
      boolean number = day.matches("\\d{1,3}") && Integer.parseInt(day) <= EARLIEST_WARNING;
      if (!number || days.contains(Integer.valueOf(day))) {
        throw Refusal.at("limitWarnings", "refusal.limit.warnings", EARLIEST_WARNING);
      }
      days.add(Integer.valueOf(day));
    }
    days.sort(Comparator.reverseOrder());
    return days;
  }

  /** Working days before the end on which whoever has the task is reminded, falling. */
  public static List<Integer> ofHolder(TimeLimit rule) {
    return rule.warnings().stream()
        .filter(w -> w.role().equals(TimeLimit.HOLDER))
        .map(TimeLimit.Rung::days)
        .sorted(Comparator.reverseOrder())
        .toList();
  }

  /** Subject, in the ledger, of what the municipality or the Region changes. */
  public static String subject(TimeLimit.ChangeableBy level, Place place) {
    return level == TimeLimit.ChangeableBy.MUNICIPALITY
        ? "commune-" + place.nis()
        : "region-" + place.region().toLowerCase(Locale.ROOT);
  }

  private static String place(TimeLimit.ChangeableBy level, Place place) {
    return switch (level) {
      case NOBODY -> null;
      case MUNICIPALITY -> place.nis();
      case REGION -> place.region();
    };
  }
}
