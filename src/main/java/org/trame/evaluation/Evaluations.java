package org.trame.evaluation;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.trame.input.Check;
import org.trame.input.Refusal;
import org.trame.input.Violation;
import org.trame.ledger.Ledger;
import org.trame.programme.Programme;
import org.trame.programme.Programmes;

/** The final evaluations: who, by what criteria, with what results, in that order. */
@Component
@Transactional
public class Evaluations {

  private final EvaluationTables tables;
  private final Independence independence;
  private final Monitoring monitoring;
  private final Programmes programmes;
  private final EvaluationRules rules;
  private final Ledger ledger;
  private final Clock time;

  Evaluations(
      EvaluationTables tables,
      Independence independence,
      Monitoring monitoring,
      Programmes programmes,
      EvaluationRules rules,
      Ledger ledger,
      Clock time) {
    this.tables = tables;
    this.independence = independence;
    this.monitoring = monitoring;
    this.programmes = programmes;
    this.rules = rules;
    this.ledger = ledger;
    this.time = time;
  }

  /** The evaluation of a programme, once somebody is designated. */
  @Transactional(readOnly = true)
  public Optional<Evaluation> of(String programme) {
    return tables.find(programme);
  }

  /** The criteria, by objective. */
  @Transactional(readOnly = true)
  public List<Criterion> criteria(String programme) {
    return tables.criteria(programme);
  }

  /** The results, by objective. */
  @Transactional(readOnly = true)
  public List<Result> results(String programme) {
    return tables.results(programme);
  }

  /**
   * Designates who evaluates.
   *
   * @throws Refusal if the organisation or the account belongs to those who pay for or carry the
   *     programme, or the contract is dated in the future
   */
  public void designate(String programme, DesignateEvaluator input) {
    Programme about = programmes.get(programme);
    Check check = new Check();
    check.that(!input.contractOn().isAfter(today()), "contractOn", "refusal.evaluation.future");
    independence.check(check, about, input);
    check.done();
    tables.designate(programme, input, today());
    ledger.record(
        programme,
        "evaluator-designated",
        Map.of(
            "organisation", input.organisation(),
            "contractOn", input.contractOn().toString(),
            "source", rules.source("independent-evaluator")));
  }

  /**
   * Writes or changes a criterion.
   *
   * @throws Refusal if the criteria are fixed
   */
  public void writeCriterion(String programme, WriteCriterion input) {
    openCriteria(programme);
    tables.put(
        programme,
        new Criterion(input.code(), input.objective(), input.question(), input.method()));
    ledger.record(
        programme,
        "criterion-written",
        Map.of("criterion", input.code(), "objective", input.objective()));
  }

  /**
   * Takes a criterion away.
   *
   * @throws Refusal if the criteria are fixed
   */
  public void removeCriterion(String programme, RemoveCriterion input) {
    openCriteria(programme);
    if (tables.removeCriterion(programme, input.id())) {
      ledger.record(programme, "criterion-removed", Map.of("criterion", input.id()));
    }
  }

  private void openCriteria(String programme) {
    Evaluation evaluation = locked(programme);
    if (evaluation.criteriaFixedOn() != null) {
      throw Refusal.of(
          "refusal.evaluation.criteriaFixed",
          evaluation.criteriaFixedOn(),
          rules.source("criteria-first"));
    }
  }

  private Evaluation locked(String programme) {
    return tables.locked(programme).orElseThrow(() -> Refusal.of("refusal.evaluation.noEvaluator"));
  }

  /** The objectives no criterion is traced to. */
  public List<Violation> missingCriteria(String programme) {
    Set<String> covered =
        tables.criteria(programme).stream().map(Criterion::objective).collect(Collectors.toSet());
    return uncovered(programme, covered, "refusal.evaluation.noCriterion");
  }

  /** The objectives without a result. */
  public List<Violation> missingResults(String programme) {
    Set<String> covered =
        tables.results(programme).stream().map(Result::objective).collect(Collectors.toSet());
    return uncovered(programme, covered, "refusal.evaluation.noResult");
  }

  private List<Violation> uncovered(String programme, Set<String> covered, String key) {
    return monitoring.objectives(programme).stream()
        .filter(o -> !covered.contains(o.code()))
        .map(o -> Violation.at("", key, o.code(), o.statement(), rules.source("every-objective")))
        .toList();
  }

  /**
   * The criteria are fixed, for good.
   *
   * @throws Refusal if an objective has none
   */
  public void fixCriteria(String programme) {
    openCriteria(programme);
    refuse(missingCriteria(programme));
    tables.fixCriteria(programme, today());
    ledger.record(
        programme,
        "criteria-fixed",
        Map.of(
            "criteria", tables.criteria(programme).size(),
            "source", rules.source("criteria-first")));
  }

  /**
   * Writes what came of an objective.
   *
   * @throws Refusal if the criteria are not fixed yet, or the results were handed in
   */
  public void judge(String programme, JudgeObjective input) {
    openResults(programme);
    tables.put(
        programme,
        new Result(input.objective(), input.value(), input.judgement(), input.comment()));
    ledger.record(
        programme,
        "result-written",
        Map.of("objective", input.objective(), "judgement", input.judgement().name()));
  }

  private void openResults(String programme) {
    Evaluation evaluation = locked(programme);
    if (evaluation.criteriaFixedOn() == null) {
      throw Refusal.of("refusal.evaluation.criteriaFirst", rules.source("criteria-first"));
    }
    if (evaluation.resultsOn() != null) {
      throw Refusal.of("refusal.evaluation.concluded", evaluation.resultsOn());
    }
  }

  /**
   * The evaluator hands the results in, for good.
   *
   * @throws Refusal if an objective has none
   */
  public void conclude(String programme, RecordResults input) {
    openResults(programme);
    refuse(missingResults(programme));
    tables.conclude(programme, input.conclusions(), today());
    Map<Judgement, Long> counts =
        tables.results(programme).stream()
            .collect(Collectors.groupingBy(Result::judgement, Collectors.counting()));
    ledger.record(
        programme,
        "results-recorded",
        Map.of(
            "reached", counts.getOrDefault(Judgement.REACHED, 0L),
            "partly", counts.getOrDefault(Judgement.PARTLY, 0L),
            "notReached", counts.getOrDefault(Judgement.NOT_REACHED, 0L),
            "source", rules.source("every-objective")));
  }

  private static void refuse(List<Violation> missing) {
    if (!missing.isEmpty()) {
      throw new Refusal(missing);
    }
  }

  private LocalDate today() {
    return LocalDate.now(time);
  }
}
