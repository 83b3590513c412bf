package org.trame.party;

import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.trame.input.Choices;
import org.trame.language.Messages;
import org.trame.worksheet.Edit;

/** What is written on the pages of organisations, and by whom. */
@Configuration(proxyBeanMethods = false)
public class PartyEdits {

  /** Subject of the edit that registers an organisation. */
  public static final String DIRECTORY = "parties";

  /** Edit that registers an organisation. */
  public static final String OPEN = "party-open";

  /** Edits of an organisation's page, in its order. */
  public static final List<String> OF_PARTY =
      List.of("party-change", "party-person", "mandate-grant", "mandate-delegate", "mandate-end");

  @Bean
  Edit<OpenParty> openPartyEdit(Parties parties, PartyAccess access) {
    return Edit.ofRoles(
        OPEN,
        OpenParty.class,
        (directory, input) -> parties.open(input),
        (actor, subject) -> DIRECTORY.equals(subject) && access.keepsSome(actor));
  }

  @Bean
  Edit<ChangeParty> changePartyEdit(Parties parties, PartyAccess access) {
    return ofParty("party-change", ChangeParty.class, parties::change, parties, access);
  }

  @Bean
  Edit<AddPerson> addPersonEdit(Parties parties, PartyAccess access) {
    return ofParty("party-person", AddPerson.class, parties::add, parties, access);
  }

  @Bean
  Edit<GrantMandate> grantMandateEdit(Mandates mandates, Parties parties, PartyAccess access) {
    return ofParty("mandate-grant", GrantMandate.class, mandates::grant, parties, access);
  }

  @Bean
  Edit<DelegateMandate> delegateMandateEdit(
      Mandates mandates, Parties parties, PartyAccess access) {
    return ofParty("mandate-delegate", DelegateMandate.class, mandates::delegate, parties, access);
  }

  @Bean
  Edit<EndMandate> endMandateEdit(Mandates mandates, Parties parties, PartyAccess access) {
    return ofParty("mandate-end", EndMandate.class, mandates::end, parties, access);
  }

  private static <T> Edit<T> ofParty(
      String name, Class<T> input, BiConsumer<Long, T> write, Parties parties, PartyAccess access) {
    return Edit.ofRoles(
        name,
        input,
        (subject, typed) -> write.accept(Party.ofSubject(subject), typed),
        (actor, subject) -> {
          long id = Party.ofSubject(subject);
          return id >= 0
              && parties.find(id).filter(p -> access.keeps(actor, p.nis(), p.region())).isPresent();
        });
  }

  @Bean
  Choices partyPersonsChoices(Parties parties) {
    return choices("partyPersons", id -> people(parties, id));
  }

  @Bean
  Choices handoverPersonsChoices(Parties parties) {
    return choices("handoverPersons", id -> people(parties, id));
  }

  private static List<Choices.Choice> people(Parties parties, long id) {
    return parties.people(id).stream()
        .map(p -> new Choices.Choice(String.valueOf(p.id()), p.name()))
        .toList();
  }

  @Bean
  Choices openMandatesChoices(Mandates mandates, Messages messages) {
    return choices("openMandates", id -> named(mandates.open(id), messages));
  }

  @Bean
  Choices delegableMandatesChoices(Mandates mandates, Messages messages) {
    return choices(
        "delegableMandates",
        id -> named(mandates.open(id).stream().filter(Mandate::delegable).toList(), messages));
  }

  private static List<Choices.Choice> named(List<Mandate> mandates, Messages messages) {
    return mandates.stream()
        .map(
            m ->
                new Choices.Choice(
                    String.valueOf(m.id()),
                    messages.say(
                        "parties.mandateChoice",
                        String.valueOf(m.id()),
                        m.person().name(),
                        powers(m, messages))))
        .toList();
  }

  private static String powers(Mandate mandate, Messages messages) {
    return mandate.extent().powers().stream()
        .sorted()
        .map(power -> messages.say("choice.Power." + power))
        .collect(Collectors.joining(", "));
  }

  private static Choices choices(String name, Function<Long, List<Choices.Choice>> of) {
    return new Choices() {
      @Override
      public String name() {
        return name;
      }

      @Override
      public List<Choice> of(String subject) {
        long id = Party.ofSubject(subject);
        return id < 0 ? List.of() : of.apply(id);
      }
    };
  }
}
