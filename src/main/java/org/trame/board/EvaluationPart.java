package org.trame.board;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.trame.evaluation.Closings;
import org.trame.evaluation.Evaluations;
import org.trame.evaluation.Monitoring;
import org.trame.evaluation.Result;
import org.trame.evaluation.YearlyReports;
import org.trame.programme.Programme;

/** Yearly reports, indicators, spending, evaluation, lessons. */
@Component
class EvaluationPart implements Part {

  private final YearlyReports reports;
  private final Monitoring monitoring;
  private final Evaluations evaluations;
  private final Closings closings;

  EvaluationPart(
      YearlyReports reports, Monitoring monitoring, Evaluations evaluations, Closings closings) {
    this.reports = reports;
    this.monitoring = monitoring;
    this.evaluations = evaluations;
    this.closings = closings;
  }

  @Override
  public Map<String, Object> of(Programme programme) {
    String id = programme.id();
    Map<String, Object> part = new HashMap<>();
    part.put("reports", reports.of(id));
    part.put("indicators", monitoring.indicators(id));
    part.put("budgetUse", monitoring.budgetUse(id));
    part.put("evaluation", evaluations.of(id).orElse(null));
    part.put(
        "results",
        evaluations.results(id).stream()
            .collect(Collectors.toMap(Result::objective, Function.identity())));
    part.put("lessons", closings.lessons(id));
    return part;
  }
}
