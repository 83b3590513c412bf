package org.trame.evaluation;

import static org.trame.evaluation.EvaluationWording.words;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.trame.worksheet.Worksheet.Row;
import org.trame.worksheet.Worksheet.Section;

/** The tables of the final evaluation. */
@Component
class EvaluationSections {

  private final Evaluations evaluations;
  private final Monitoring monitoring;
  private final EvaluationWording wording;

  EvaluationSections(Evaluations evaluations, Monitoring monitoring, EvaluationWording wording) {
    this.evaluations = evaluations;
    this.monitoring = monitoring;
    this.wording = wording;
  }

  /** The objectives to be covered. */
  Section objectives(String programme) {
    List<Row> rows =
        monitoring.objectives(programme).stream()
            .map(
                o ->
                    new Row(
                        o.code(),
                        List.of(
                            o.code(),
                            o.statement(),
                            o.indicator(),
                            o.baseline(),
                            o.target(),
                            EvaluationWording.day(o.evaluateOn())),
                        Map.of()))
            .toList();
    return new Section(
        "evaluated-objectives",
        List.of("code", "statement", "indicator", "baseline", "target", "evaluateOn"),
        rows,
        "",
        "",
        List.of());
  }

  /** The criteria, to write while they are open. */
  Section criteria(String programme, boolean open) {
    List<Row> rows =
        evaluations.criteria(programme).stream()
            .map(
                c ->
                    new Row(
                        c.code(),
                        List.of(c.code(), c.objective(), c.question(), c.method()),
                        Map.of(
                            "code", c.code(),
                            "objective", c.objective(),
                            "question", c.question(),
                            "method", c.method())))
            .toList();
    return new Section(
        "criteria",
        List.of("code", "objective", "question", "method"),
        rows,
        open ? "criterion" : "",
        open ? "remove-criterion" : "",
        open ? wording.blocking(evaluations.missingCriteria(programme)) : List.of());
  }

  /** The results: one row an objective, beside its baseline, target and yearly values. */
  Section results(String programme) {
    Map<String, Result> results =
        evaluations.results(programme).stream()
            .collect(Collectors.toMap(Result::objective, Function.identity()));
    List<Row> rows =
        monitoring.indicators(programme).stream()
            .map(s -> result(s, results.get(s.objective().code())))
            .toList();
    return new Section(
        "results",
        List.of("objective", "baseline", "target", "yearly", "value", "judgement", "comment"),
        rows,
        "result",
        "",
        wording.blocking(evaluations.missingResults(programme)));
  }

  private Row result(IndicatorSeries series, Result result) {
    Map<String, String> values = new HashMap<>();
    values.put("objective", series.objective().code());
    if (result != null) {
      values.put("value", result.value());
      values.put("judgement", result.judgement().name());
      values.put("comment", result.comment());
    } else if (series.last() != null) {
      values.put("value", series.last().value());
    }
    return new Row(
        series.objective().code(),
        List.of(
            series.objective().code() + " · " + series.objective().statement(),
            series.objective().baseline(),
            series.objective().target(),
            series.values().stream()
                .map(v -> v.year() + " : " + (v.value() == null ? "–" : v.value()))
                .collect(Collectors.joining(" ; ")),
            result == null ? "" : result.value(),
            result == null ? "" : wording.choice(result.judgement()),
            result == null ? "" : words(result.comment())),
        values);
  }
}
