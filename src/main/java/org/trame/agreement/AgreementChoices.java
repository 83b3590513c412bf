package org.trame.agreement;

import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Stream;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.trame.input.Choices;
import org.trame.input.Choices.Choice;
import org.trame.language.Languages;
import org.trame.language.Messages;
import org.trame.party.Parties;
import org.trame.programme.Contents;
import org.trame.programme.Programmes;
import org.trame.regime.Regimes;

/** What may be chosen on the forms of agreements. */
@Configuration(proxyBeanMethods = false)
public class AgreementChoices {

  @Bean
  Choices agreementKinds(Programmes programmes, Regimes regimes) {
    return choices(
        "agreementKinds",
        subject ->
            programmes.find(subject).stream()
                .filter(p -> regimes.has(p.regime(), Agreements.KINDS))
                .flatMap(p -> regimes.rows(p.regime(), Agreements.KINDS).entrySet().stream())
                .map(
                    row ->
                        new Choice(
                            row.getKey(),
                            row.getValue()
                                .string(
                                    Languages.DUTCH.equals(Messages.locale())
                                        ? "nameNl"
                                        : "nameFr")))
                .toList());
  }

  @Bean
  Choices agreementActions(Agreements agreements, Contents contents) {
    return ofAgreement(
        "agreementActions",
        agreements,
        a ->
            contents.inForce(a.programme()).stream()
                .flatMap(c -> c.actions().stream())
                .map(action -> new Choice(action.code(), action.code() + " – " + action.title()))
                .toList());
  }

  @Bean
  Choices agreementParties(Agreements agreements, Programmes programmes, Parties parties) {
    return ofAgreement(
        "agreementParties",
        agreements,
        a -> {
          var programme = programmes.get(a.programme());
          Locale language = Messages.locale();
          return parties.at(programme.nis(), programme.region()).stream()
              .map(p -> new Choice(String.valueOf(p.id()), p.name(language)))
              .toList();
        });
  }

  @Bean
  Choices agreementGroups(Agreements agreements, AgreementDrafts drafts) {
    return ofAgreement(
        "agreementGroups",
        agreements,
        a ->
            drafts.draft(a.id()).stream()
                .flatMap(d -> d.groups().stream())
                .map(g -> new Choice(g.code(), g.label(Messages.locale())))
                .toList());
  }

  @Bean
  Choices agreementClauses(Agreements agreements, AgreementDrafts drafts, Messages messages) {
    return ofAgreement(
        "agreementClauses",
        agreements,
        a ->
            drafts.draft(a.id()).stream()
                .flatMap(d -> d.clauses().stream())
                .map(
                    c ->
                        new Choice(
                            String.valueOf(c.number()),
                            messages.say("agreement.clause", c.number(), c.heading())))
                .toList());
  }

  @Bean
  Choices agreementParticipants(Agreements agreements, AgreementDrafts drafts, Parties parties) {
    return ofAgreement(
        "agreementParticipants",
        agreements,
        a ->
            drafts
                .draft(a.id())
                .map(d -> d.participants().stream().map(Participant::party).toList())
                .map(numbers -> parties.all(numbers).values().stream())
                .orElseGet(Stream::empty)
                .map(p -> new Choice(String.valueOf(p.id()), p.name(Messages.locale())))
                .sorted(java.util.Comparator.comparing(Choice::label))
                .toList());
  }

  @Bean
  Choices mySigningParties(Agreements agreements, SignatureActs acts, SignatureNames names) {
    return ofAgreement("mySigningParties", agreements, a -> names.choices(acts.own(a.id())));
  }

  @Bean
  Choices colleagues(Agreements agreements, Delegations delegations, SignatureNames names) {
    return ofAgreement("colleagues", agreements, a -> names.people(delegations.colleagues(a.id())));
  }

  @Bean
  Choices awaitedParties(Agreements agreements, Signings signings, SignatureNames names) {
    return ofAgreement(
        "awaitedParties",
        agreements,
        a ->
            names.choices(
                agreements.underWay(a.id()).stream()
                    .flatMap(v -> signings.of(v).stream())
                    .filter(s -> s.state() == Signature.State.AWAITED)
                    .toList()));
  }

  @Bean
  Choices paperSigners(
      Agreements agreements, Signings signings, Parties parties, SignatureNames names) {
    return ofAgreement(
        "paperSigners",
        agreements,
        a ->
            agreements
                .underWay(a.id())
                .map(v -> names.people(parties.people(signings.awaitedParties(v))))
                .orElse(List.of()));
  }

  /** Every text that was ever sent out: one that is not signed any more says so. */
  @Bean
  Choices agreementTexts(Agreements agreements, Messages messages) {
    return ofAgreement(
        "agreementTexts",
        agreements,
        a ->
            agreements.versions(a.id()).stream()
                .filter(v -> v.sha256() != null)
                .map(v -> new Choice(v.sha256(), messages.say("agreement.versionName", v.number())))
                .toList());
  }

  @Bean
  Choices reservable(Agreements agreements, Messages messages) {
    return ofAgreement(
        "reservable",
        agreements,
        a ->
            agreements
                .underWay(a.id())
                .map(agreements::content)
                .map(c -> reservable(c, messages))
                .orElse(List.of()));
  }

  private static List<Choice> reservable(AgreementContent content, Messages messages) {
    Stream<Choice> clauses =
        content.clauses().stream()
            .map(
                c ->
                    new Choice(
                        "clause-" + c.number(),
                        messages.say("agreement.clause", c.number(), c.heading())));
    Stream<Choice> actions =
        content.clauses().stream()
            .map(Clause::action)
            .filter(code -> code != null)
            .distinct()
            .map(code -> new Choice("action-" + code, messages.say("agreement.onAction", code)));
    return Stream.concat(clauses, actions).toList();
  }

  /** Choices that depend on an agreement. */
  public static Choices ofAgreement(
      String name, Agreements agreements, Function<Agreement, List<Choice>> of) {
    return choices(
        name, subject -> agreements.find(Agreement.ofSubject(subject)).map(of).orElse(List.of()));
  }

  static Choices choices(String name, Function<String, List<Choice>> of) {
    return new Choices() {
      @Override
      public String name() {
        return name;
      }

      @Override
      public List<Choice> of(String subject) {
        return of.apply(subject);
      }
    };
  }
}
