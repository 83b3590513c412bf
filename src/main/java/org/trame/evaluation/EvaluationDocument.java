package org.trame.evaluation;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.trame.document.DocumentSource;
import org.trame.document.DocumentTexts;
import org.trame.document.Issuer;
import org.trame.language.Messages;
import org.trame.programme.Content;
import org.trame.programme.Programme;

/** The report of the final evaluation, once its results were handed in. */
@Component
class EvaluationDocument implements DocumentSource {

  /** A programme has one final evaluation. */
  private static final String THE_ONE = "final";

  private final Evaluations evaluations;
  private final Monitoring monitoring;
  private final EvaluationRules rules;
  private final Messages messages;

  EvaluationDocument(
      Evaluations evaluations, Monitoring monitoring, EvaluationRules rules, Messages messages) {
    this.evaluations = evaluations;
    this.monitoring = monitoring;
    this.rules = rules;
    this.messages = messages;
  }

  @Override
  public String kind() {
    return "evaluation-report";
  }

  @Override
  public Issuer issuer() {
    return Issuer.EVALUATOR;
  }

  @Override
  public List<String> references(Programme programme) {
    return evaluations
        .of(programme.id())
        .filter(e -> e.resultsOn() != null)
        .map(e -> THE_ONE)
        .stream()
        .toList();
  }

  @Override
  public Optional<Map<String, Object>> values(
      Programme programme, String reference, Locale language) {
    return evaluations
        .of(programme.id())
        .filter(e -> e.resultsOn() != null && THE_ONE.equals(reference))
        .map(e -> values(programme.id(), e, language));
  }

  private Map<String, Object> values(String programme, Evaluation evaluation, Locale language) {
    Map<String, Content.Objective> objectives =
        monitoring.objectives(programme).stream()
            .collect(Collectors.toMap(Content.Objective::code, Function.identity()));
    Map<String, Object> values = new HashMap<>();
    values.put("evaluator", evaluation.organisation());
    values.put("contractOn", DocumentTexts.day(language, evaluation.contractOn()));
    values.put("designatedOn", DocumentTexts.day(language, evaluation.designatedOn()));
    values.put("declaredLinks", evaluation.declaredLinks());
    values.put("independenceSource", rules.source("independent-evaluator"));
    values.put("criteriaFixedOn", DocumentTexts.day(language, evaluation.criteriaFixedOn()));
    values.put("resultsOn", DocumentTexts.day(language, evaluation.resultsOn()));
    values.put(
        "criteria",
        evaluations.criteria(programme).stream()
            .map(c -> criterion(c.code(), c.objective(), c.question(), c.method()))
            .toList());
    values.put(
        "results",
        evaluations.results(programme).stream()
            .map(
                r ->
                    result(
                        r,
                        Optional.ofNullable(objectives.get(r.objective())),
                        messages.say(language, "choice.Judgement." + r.judgement())))
            .toList());
    values.put("conclusions", evaluation.conclusions());
    return values;
  }

  private static Map<String, Object> criterion(
      String code, String objective, String question, String method) {
    return Map.of(
        "criterion", code, "objective", objective, "question", question, "method", method);
  }

  private static Map<String, Object> result(
      Result result, Optional<Content.Objective> objective, String judgement) {
    return Map.of(
        "objective", result.objective(),
        "statement", objective.map(Content.Objective::statement).orElse(""),
        "baseline", objective.map(Content.Objective::baseline).orElse(""),
        "target", objective.map(Content.Objective::target).orElse(""),
        "value", result.value(),
        "judgement", judgement,
        "comment", result.comment());
  }

  @Override
  public Map<String, Object> example(Locale language) {
    String day = DocumentTexts.day(language, LocalDate.of(2031, 5, 12));
    Map<String, Object> values = new HashMap<>();
    values.put("evaluator", "Bureau Perspective");
    values.put("contractOn", day);
    values.put("designatedOn", day);
    values.put("declaredLinks", DocumentTexts.EXAMPLE);
    values.put("independenceSource", rules.source("independent-evaluator"));
    values.put("criteriaFixedOn", day);
    values.put("resultsOn", day);
    values.put("criteria", List.of(criterion("C1", "O1", "?", DocumentTexts.EXAMPLE)));
    values.put(
        "results",
        List.of(
            result(
                new Result("O1", "1.150", Judgement.PARTLY, DocumentTexts.EXAMPLE),
                Optional.empty(),
                messages.say(language, "choice.Judgement.PARTLY"))));
    values.put("conclusions", DocumentTexts.EXAMPLE);
    return values;
  }
}
