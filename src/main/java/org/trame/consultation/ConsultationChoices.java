package org.trame.consultation;

import java.util.Map;
import java.util.stream.Stream;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.trame.access.Role;
import org.trame.access.account.Accounts;
import org.trame.input.Choices;
import org.trame.programme.Programme;
import org.trame.programme.Programmes;

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

  @Bean
  Choices opinionSubjectChoices(OpinionSubjects subjects, Wording wording) {
    return ListedChoices.of(
        "opinion-subjects",
        subject -> {
          Map<String, String> titles = subjects.titles(subject);
          return Stream.concat(
                  Stream.of(new Choices.Choice(Opinions.WHOLE, wording.about(null, titles))),
                  titles.keySet().stream()
                      .map(a -> new Choices.Choice(a, wording.about(a, titles))))
              .toList();
        });
  }

  @Bean
  Choices opinionChoices(Opinions opinions, OpinionSubjects subjects, Wording wording) {
    return ListedChoices.of(
        "opinions",
        subject -> {
          Map<String, String> titles = subjects.titles(subject);
          return opinions.latest(subject).stream()
              .map(
                  o ->
                      new Choices.Choice(
                          String.valueOf(o.number()),
                          wording.say(
                              "opinion.label",
                              String.valueOf(o.number()),
                              wording.seat(o.seat()),
                              wording.about(o.action(), titles))))
              .toList();
        });
  }

  @Bean
  Choices observationChoices(Inquiries inquiries, Wording wording) {
    return ListedChoices.of(
        "observations",
        subject ->
            inquiries.latest(subject).observations().stream()
                .map(
                    o ->
                        new Choices.Choice(
                            String.valueOf(o.number()),
                            wording.say("observation.label", String.valueOf(o.number()))
                                + " – "
                                + wording.choice(o.author())))
                .toList());
  }

  /** Accounts that may be a member's: those with the role in the programme's municipality. */
  @Bean
  Choices memberAccountChoices(Accounts accounts, Programmes programmes) {
    return ListedChoices.of(
        "member-accounts",
        subject -> {
          Programme about = programmes.get(subject);
          return accounts
              .members(Role.COMMISSION_MEMBER.group(about.nis(), about.region()))
              .stream()
              .map(name -> new Choices.Choice(name, name))
              .toList();
        });
  }
}
