package org.trame.agreement;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.trame.input.Choices.Choice;
import org.trame.language.Messages;
import org.trame.party.Parties;
import org.trame.party.Party;
import org.trame.party.Person;

/** What signatures and signers are called in lists. */
@Component
class SignatureNames {

  private final Parties parties;
  private final Messages messages;

  SignatureNames(Parties parties, Messages messages) {
    this.parties = parties;
    this.messages = messages;
  }

  /** Their organisations, once each: which of its signers is meant does not matter. */
  List<Choice> choices(List<Signature> signatures) {
    Map<Long, Party> known = parties.all(signatures.stream().map(Signature::party).toList());
    return signatures.stream()
        .collect(
            Collectors.toMap(
                Signature::party, s -> s, (first, second) -> first, LinkedHashMap::new))
        .values()
        .stream()
        .map(
            s ->
                new Choice(
                    String.valueOf(s.party()),
                    messages.say(
                        "agreement.signatureOf",
                        known.get(s.party()).name(Messages.locale()),
                        new Messages.Key("choice.Capacity." + s.capacity()))))
        .toList();
  }

  List<Choice> people(List<Person> people) {
    Map<Long, Party> known = parties.all(people.stream().map(Person::party).toList());
    return people.stream()
        .map(
            p ->
                new Choice(
                    String.valueOf(p.id()),
                    p.name() + " – " + known.get(p.party()).name(Messages.locale())))
        .toList();
  }
}
