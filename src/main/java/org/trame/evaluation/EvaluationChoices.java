package org.trame.evaluation;

import java.util.List;
import java.util.function.Function;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.trame.access.Role;
import org.trame.input.Choices;
import org.trame.programme.Programmes;

/** What may be chosen in this module's fields. */
@Configuration(proxyBeanMethods = false)
class EvaluationChoices {

  private record Listed(String name, Function<String, List<Choice>> choices) implements Choices {

    @Override
    public List<Choice> of(String subject) {
      return choices.apply(subject);
    }
  }

  @Bean
  Choices objectivesInForce(Monitoring monitoring) {
    return new Listed(
        "objectives-in-force",
        subject ->
            monitoring.objectives(subject).stream()
                .map(o -> new Choices.Choice(o.code(), o.code() + " · " + o.statement()))
                .toList());
  }

  @Bean
  Choices actionsInForce(Monitoring monitoring) {
    return new Listed(
        "actions-in-force",
        subject ->
            monitoring.actions(subject).stream()
                .map(a -> new Choices.Choice(a.code(), a.code() + " · " + a.title()))
                .toList());
  }

  @Bean
  Choices evaluatorAccountChoices(Programmes programmes, EvaluatorAccounts accounts) {
    return new Listed(
        "evaluators",
        subject ->
            programmes.find(subject).stream()
                .map(p -> Role.EVALUATOR.group(p.nis(), p.region()))
                .flatMap(group -> accounts.members(group).entrySet().stream())
                .map(e -> new Choices.Choice(e.getKey(), e.getValue()))
                .toList());
  }
}
