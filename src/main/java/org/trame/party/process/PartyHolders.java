package org.trame.party.process;

import java.util.List;
import java.util.Optional;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.stereotype.Component;
import org.trame.access.Role;
import org.trame.deadline.Place;
import org.trame.deadline.Responsibility;
import org.trame.party.Parties;
import org.trame.party.Party;

/** Who is asked about an organisation: {@code ${partyHolders.of(execution)}}. */
@Component("partyHolders")
public class PartyHolders implements Responsibility {

  private final Parties parties;

  PartyHolders(Parties parties) {
    this.parties = parties;
  }

  /** Coordinator and head of department of its municipality, or the Region's director. */
  public List<String> of(DelegateExecution execution) {
    return parties.find(Party.ofSubject(execution.getProcessBusinessKey())).orElseThrow().holders();
  }

  @Override
  public Optional<Place> place(String subject) {
    return party(subject).map(p -> new Place(null, p.nis(), p.region()));
  }

  @Override
  public Optional<String> group(String subject, String role) {
    return party(subject)
        .filter(p -> p.nis() != null || Role.of(role).scope() != Role.Scope.MUNICIPALITY)
        .map(p -> Role.of(role).group(p.nis(), p.region()));
  }

  private Optional<Party> party(String subject) {
    long id = Party.ofSubject(subject);
    return id < 0 ? Optional.empty() : parties.find(id);
  }
}
