package org.trame.programme;

import java.util.List;
import java.util.function.Function;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.trame.input.Choices;

/** What may be chosen from a programme's draft. */
@Configuration(proxyBeanMethods = false)
class ContentChoices {

  private record Named(String name, Function<String, List<Choice>> choices) implements Choices {

    @Override
    public List<Choice> of(String subject) {
      return choices.apply(subject);
    }
  }

  @Bean
  Choices strandChoices(Programmes programmes, Strands strands) {
    return new Named(
        "strands",
        subject ->
            programmes.find(subject).stream()
                .flatMap(p -> strands.of(p.regime()).stream().map(s -> strand(p, s, strands)))
                .toList());
  }

  private static Choices.Choice strand(Programme programme, int number, Strands strands) {
    return new Choices.Choice(String.valueOf(number), strands.label(programme.regime(), number));
  }

  @Bean
  Choices actionChoices(Contents contents) {
    return new Named(
        "actions",
        subject ->
            contents.draft(subject).actions().stream()
                .map(a -> new Choices.Choice(a.code(), a.code() + " · " + a.title()))
                .toList());
  }

  @Bean
  Choices needChoices(Contents contents) {
    return new Named(
        "needs",
        subject ->
            contents.draft(subject).needs().stream()
                .map(n -> new Choices.Choice(n.code(), n.code() + " · " + n.statement()))
                .toList());
  }

  @Bean
  Choices objectiveChoices(Contents contents) {
    return new Named(
        "objectives",
        subject ->
            contents.draft(subject).objectives().stream()
                .map(o -> new Choices.Choice(o.code(), o.code() + " · " + o.statement()))
                .toList());
  }
}
