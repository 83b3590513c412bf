package org.trame.call.process;

import java.util.Optional;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.stereotype.Component;
import org.trame.access.Role;
import org.trame.call.Round;
import org.trame.call.SelectionRounds;
import org.trame.deadline.Place;
import org.trame.deadline.Responsibility;

/** Candidate groups of a round: {@code ${roundHolders.of(execution, 'region-examiner')}}. */
@Component("roundHolders")
public class RoundHolders implements Responsibility {

  private final SelectionRounds rounds;

  RoundHolders(SelectionRounds rounds) {
    this.rounds = rounds;
  }

  /** The engine group of a regional role for the round this process works on. */
  public String of(DelegateExecution execution, String role) {
    return group(rounds.get(execution.getProcessBusinessKey()), role);
  }

  @Override
  public Optional<Place> place(String subject) {
    return rounds.find(subject).map(r -> new Place(r.regime(), null, rounds.region(r)));
  }

  @Override
  public Optional<String> group(String subject, String role) {
    return rounds.find(subject).map(r -> group(r, role));
  }

  private String group(Round round, String role) {
    return Role.of(role).group("", rounds.region(round));
  }
}
