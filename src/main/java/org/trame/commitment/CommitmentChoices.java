package org.trame.commitment;

import java.util.List;
import java.util.function.Predicate;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.trame.input.Choices;
import org.trame.language.Messages;

/** The due dates that may be chosen on the forms of commitments. */
@Configuration(proxyBeanMethods = false)
class CommitmentChoices {

  private final OccurrenceStore occurrences;
  private final Messages messages;

  CommitmentChoices(OccurrenceStore occurrences, Messages messages) {
    this.occurrences = occurrences;
    this.messages = messages;
  }

  @Bean
  Choices dueOccurrences() {
    return new Due("dueOccurrences", o -> o.state() == Occurrence.State.DUE);
  }

  @Bean
  Choices declaredOccurrences() {
    return new Due("declaredOccurrences", Occurrence::toConfirm);
  }

  @Bean
  Choices contestedOccurrences() {
    return new Due("contestedOccurrences", Occurrence::toAnswer);
  }

  private final class Due implements Choices {
    private final String name;
    private final Predicate<Occurrence> which;

    Due(String name, Predicate<Occurrence> which) {
      this.name = name;
      this.which = which;
    }

    @Override
    public String name() {
      return name;
    }

    @Override
    public List<Choice> of(String subject) {
      return occurrences.of(Commitment.ofSubject(subject)).stream()
          .filter(which)
          .map(o -> new Choice(String.valueOf(o.id()), messages.say("commitment.dueOn", o.dueOn())))
          .toList();
    }
  }
}
