package org.trame.consultation;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.trame.input.Choices;

/** What may be chosen in this module's fields. */
@Configuration(proxyBeanMethods = false)
class ConsultationChoices {

  @Bean
  Choices seatCategoryChoices(Commission commission, Wording wording) {
    return ListedChoices.of(
        "seat-categories",
        subject ->
            commission.seats(subject).stream()
                .map(s -> new Choices.Choice(s.category(), wording.category(s.category())))
                .toList());
  }

  @Bean
  Choices seatChoices(Commission commission, Wording wording) {
    return ListedChoices.of(
        "seats",
        subject ->
            commission.current(subject).stream()
                .map(m -> new Choices.Choice(m.seat(), wording.person(m)))
                .toList());
  }
}
