package org.trame.evaluation;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.trame.access.Role;
import org.trame.input.Check;
import org.trame.language.Messages;
import org.trame.programme.Content;
import org.trame.programme.Municipality;
import org.trame.programme.Programme;
import org.trame.programme.Programmes;
import org.trame.regime.Regimes;

/** Whoever evaluates belongs neither to those who pay nor to those who carry the programme. */
@Component
class Independence {

  private final Programmes programmes;
  private final Monitoring monitoring;
  private final Regimes regimes;
  private final EvaluationRules rules;
  private final EvaluatorAccounts accounts;
  private final Messages messages;

  Independence(
      Programmes programmes,
      Monitoring monitoring,
      Regimes regimes,
      EvaluationRules rules,
      EvaluatorAccounts accounts,
      Messages messages) {
    this.programmes = programmes;
    this.monitoring = monitoring;
    this.regimes = regimes;
    this.rules = rules;
    this.accounts = accounts;
    this.messages = messages;
  }

  /** Notes every reason why this organisation or account is not independent. */
  void check(Check check, Programme programme, DesignateEvaluator input) {
    Set<String> ignored = words(programme.regime(), "ignored-name-words");
    OrganisationName candidate = OrganisationName.of(input.organisation(), ignored);
    String source = rules.source("independent-evaluator");
    regimes.keys(programme.regime(), "Funders").stream()
        .filter(funder -> candidate.belongsTo(OrganisationName.of(funder, ignored)))
        .forEach(
            funder ->
                check.that(
                    false,
                    "organisation",
                    "refusal.evaluation.funder",
                    funder,
                    source,
                    regimes
                        .decide(programme.regime(), "Funders", Map.of("name", funder))
                        .source()));
    check.that(
        !isMunicipality(candidate, programme, ignored),
        "organisation",
        "refusal.evaluation.municipality",
        programme.municipality(),
        source);
    monitoring.actions(programme.id()).stream()
        .map(Content.Action::carrier)
        .distinct()
        .filter(carrier -> candidate.words().equals(OrganisationName.of(carrier, ignored).words()))
        .forEach(
            carrier ->
                check.that(false, "organisation", "refusal.evaluation.carrier", carrier, source));
    List<String> groups = accounts.groupsOf(input.evaluator());
    incompatible()
        .filter(role -> groups.contains(role.group(programme.nis(), programme.region())))
        .forEach(
            role ->
                check.that(
                    false,
                    "evaluator",
                    "refusal.evaluation.account",
                    messages.sayOr("role." + role.code(), role.code()),
                    source));
  }

  /** The municipality or its welfare centre, in French or Dutch, however it is put. */
  private boolean isMunicipality(
      OrganisationName candidate, Programme programme, Set<String> ignored) {
    Municipality municipality = programmes.municipality(programme.nis()).orElseThrow();
    Set<String> names = new HashSet<>();
    names.addAll(OrganisationName.of(municipality.name(), ignored).words());
    names.addAll(OrganisationName.of(municipality.dutchName(), ignored).words());
    return candidate.madeOf(names, words(programme.regime(), "promoter-name-words"));
  }

  /** Every role in this programme but the evaluator's own. */
  private static Stream<Role> incompatible() {
    return Arrays.stream(Role.values())
        .filter(r -> r.scope() != Role.Scope.NONE && r != Role.EVALUATOR);
  }

  private Set<String> words(String regime, String parameter) {
    return Set.of(regimes.parameter(regime, parameter).string("value").split(" "));
  }
}
