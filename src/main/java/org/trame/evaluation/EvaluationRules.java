package org.trame.evaluation;

import java.util.Map;
import org.springframework.stereotype.Component;
import org.trame.regime.Regimes;

/** Where the rules of this module come from. */
@Component
class EvaluationRules {

  private final Regimes regimes;

  EvaluationRules(Regimes regimes) {
    this.regimes = regimes;
  }

  /** Source of a row of the table {@code EvaluationRules}. */
  String source(String rule) {
    return regimes.law("EvaluationRules", Map.of("rule", rule)).source();
  }
}
