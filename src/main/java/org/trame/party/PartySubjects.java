package org.trame.party;

import java.util.Optional;
import org.springframework.stereotype.Component;
import org.trame.language.Messages;
import org.trame.worksheet.Subjects;

/** An organisation as a subject. */
@Component
class PartySubjects implements Subjects {

  private final Parties parties;

  PartySubjects(Parties parties) {
    this.parties = parties;
  }

  @Override
  public Optional<Named> find(String subject) {
    long id = Party.ofSubject(subject);
    return id < 0
        ? Optional.empty()
        : parties.find(id).map(p -> new Named(p.name(Messages.locale()), "/parties/" + id));
  }
}
