package org.trame.backplan;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.trame.calendar.Counting;
import org.trame.calendar.Term;
import org.trame.calendar.Unit;
import org.trame.calendar.WorkCalendar;
import org.trame.deadline.TimeLimit;
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

  PlanRules(Regimes regimes) {
    this.regimes = regimes;
  }

  /** The steps of a regime for a region, with the calendars of the time limits. */
  Optional<Rules> of(String regime, String region) {
    if (!regimes.has(regime, TABLE)) {
      return Optional.empty();
    }
    Map<String, Rule> limits = regimes.rows(regime, TimeLimit.TABLE);
    Map<String, Rule> parameters = regimes.rows(regime, "Parameters");
    Reader reader = new Reader(region, limits, parameters);
    return Optional.of(
        new Rules(
            regimes.rows(regime, TABLE).entrySet().stream()
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
    private final Map<String, Rule> limits;
    private final Map<String, Rule> parameters;

    Reader(String region, Map<String, Rule> limits, Map<String, Rule> parameters) {
      this.region = region;
      this.limits = limits;
      this.parameters = parameters;
    }

    PlanStep step(String code, Rule row) {
      TimeLimit limit = TimeLimit.of(row.string("limit"), limits.get(row.string("limit")));
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
      WorkCalendar days = limit.workCalendar();
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
