package org.trame.agreement.mediation;

import java.util.List;
import java.util.Map;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.trame.agreement.Agreement;
import org.trame.agreement.AgreementChoices;
import org.trame.agreement.Agreements;
import org.trame.agreement.Participant;
import org.trame.input.Choices;
import org.trame.language.Messages;
import org.trame.party.Parties;
import org.trame.party.Party;
import org.trame.party.Person;

/** What may be chosen on the forms of mediations. */
@Configuration(proxyBeanMethods = false)
class MediationChoices {

  @Bean
  Choices mediators(Agreements agreements, Mediations mediations, Parties parties) {
    return AgreementChoices.ofAgreement(
        "mediators", agreements, a -> people(mediations.candidates(a.id()), parties));
  }

  private static List<Choices.Choice> people(List<Person> people, Parties parties) {
    Map<Long, Party> known = parties.all(people.stream().map(Person::party).toList());
    return people.stream()
        .map(
            p ->
                new Choices.Choice(
                    String.valueOf(p.id()),
                    p.name() + " – " + known.get(p.party()).name(Messages.locale())))
        .toList();
  }

  @Bean
  Choices mediationParties(Agreements agreements, Parties parties) {
    return AgreementChoices.ofAgreement(
        "mediationParties",
        agreements,
        a ->
            agreements
                .underWay(a.id())
                .map(v -> agreements.content(v).participants())
                .map(all -> named(all, parties))
                .orElse(List.of()));
  }

  private static List<Choices.Choice> named(List<Participant> participants, Parties parties) {
    return parties.all(participants.stream().map(Participant::party).toList()).values().stream()
        .map(p -> new Choices.Choice(String.valueOf(p.id()), p.name(Messages.locale())))
        .toList();
  }

  @Bean
  Choices openAgreements(Agreements agreements) {
    return AgreementChoices.ofAgreement(
        "openAgreements",
        agreements,
        a ->
            agreements.of(a.programme()).stream()
                .filter(o -> o.state() == Agreement.State.OPEN && o.id() != a.id())
                .map(o -> new Choices.Choice(String.valueOf(o.id()), o.title()))
                .toList());
  }
}
