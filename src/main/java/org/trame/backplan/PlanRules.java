package org.trame.backplan;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.trame.calendar.Counting;
import org.trame.calendar.Term;
import org.trame.calendar.Unit;
import org.trame.calendar.WorkCalendar;
import org.trame.deadline.ClosingDays;
import org.trame.deadline.Place;
import org.trame.deadline.TimeLimit;
import org.trame.localpractice.LimitInForce;
import org.trame.localpractice.LocalLimits;
import org.trame.regime.Regimes;
import org.trame.regime.Rule;

/**
 * Reads the table {@code BackPlan} of a regime. A duration is one or several terms joined by {@code
 * +}: {@code 42 DAY}, {@code limit} (the term of the step's time limit), {@code parameter <name>
 * <unit>}, or {@code law <table> <output> <unit>}.
 */
@Component
class PlanRules {

  private static final String TABLE = "BackPlan";

  private final Regimes regimes;
  private final LocalLimits limits;
  private final ObjectProvider<ClosingDays> closingDays;

  PlanRules(Regimes regimes, LocalLimits limits, ObjectProvider<ClosingDays> closingDays) {
    this.regimes = regimes;
    this.limits = limits;
    this.closingDays = closingDays;
  }

  /** The steps as they are there: its time limits, the closing days of its municipality. */
  Optional<Rules> of(Place place) {
    if (!regimes.has(place.regime(), TABLE)) {
      return Optional.empty();
    }
    Map<LocalDate, String> closed = new HashMap<>();
    closingDays.forEach(days -> closed.putAll(days.of(place.nis())));
    Map<String, TimeLimit> inForce =
        limits.all(place).stream()
            .map(LimitInForce::rule)
            .collect(Collectors.toMap(TimeLimit::step, Function.identity()));
    Map<String, Rule> parameters = regimes.rows(place.regime(), "Parameters");
    Reader reader = new Reader(place.region(), inForce, closed, parameters);
    return Optional.of(
        new Rules(
            regimes.rows(place.regime(), TABLE).entrySet().stream()
                .map(e -> reader.step(e.getKey(), e.getValue()))
                .toList(),
            new CriticalPath.Settings(
                parameters.get("backplan-critical-days").integer("value"),
                parameters.get("backplan-attention-days").integer("value"))));
  }

  /**
   * What a regime says of its plan.
   *
   * @param steps in the order of the table
   * @param settings what is critical, what deserves attention
   */
  record Rules(List<PlanStep> steps, CriticalPath.Settings settings) {

    /** Everything the history is asked for. */
    List<String> activities() {
      return steps.stream().flatMap(s -> s.activities().stream()).distinct().toList();
    }
  }

  /** One reading of the tables. */
  private final class Reader {

    private final String region;
    private final Map<String, TimeLimit> limits;
    private final Map<LocalDate, String> closed;
    private final Map<String, Rule> parameters;

    Reader(
        String region,
        Map<String, TimeLimit> limits,
        Map<LocalDate, String> closed,
        Map<String, Rule> parameters) {
      this.region = region;
      this.limits = limits;
      this.closed = closed;
      this.parameters = parameters;
    }

    PlanStep step(String code, Rule row) {
      TimeLimit limit = limits.get(row.string("limit"));
      return new PlanStep(
          code,
          codes(row.string("after")),
          span(row.string("duration"), limit),
          row.yes("untilDue"),
          limit,
          codes(row.string("activities")),
          row.yes("needsSitting"),
          row.yes("statutory"),
          row.string("endsBy"),
          row.source(),
          row.string("sourceNl"));
    }

    /** The limit's own term is counted like the limit; a usual one simply, to the day. */
    private Span span(String duration, TimeLimit limit) {
      WorkCalendar days = limit.workCalendar(closed);
      if (duration.equals("limit")) {
        return new Span(limit.counting(days), List.of());
      }
      List<Term> terms = Arrays.stream(duration.split("\\+")).map(this::term).toList();
      return new Span(
          new Counting(terms.get(0), days, false, limit.notCounted()),
          terms.subList(1, terms.size()));
    }

    private Term term(String text) {
      String[] words = text.strip().split("\\s+");
      return switch (words[0]) {
        case "parameter" ->
            new Term(parameters.get(words[1]).integer("value"), Unit.valueOf(words[2]));
        case "law" ->
            new Term(
                regimes
                    .consultLaw(words[1], Map.of("region", region, "attempt", 1))
                    .integer(words[2]),
                Unit.valueOf(words[3]));
        default -> new Term(Integer.parseInt(words[0]), Unit.valueOf(words[1]));
      };
    }
  }

  private static List<String> codes(String text) {
    return Arrays.stream(text.split(",")).map(String::strip).filter(c -> !c.isEmpty()).toList();
  }
}
