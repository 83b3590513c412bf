package org.trame.programme.process;

import java.util.Optional;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.stereotype.Component;
import org.trame.access.Role;
import org.trame.deadline.Place;
import org.trame.deadline.Responsibility;
import org.trame.programme.Programme;
import org.trame.programme.Programmes;

/** Candidate groups in models: {@code ${holders.of(execution, 'coordinator')}}. */
@Component("holders")
public class Holders implements Responsibility {

  private final Programmes programmes;

  Holders(Programmes programmes) {
    this.programmes = programmes;
  }

  /** The engine group of a role for the programme this process works on. */
  public String of(DelegateExecution execution, String role) {
    return group(programmes.get(execution.getProcessBusinessKey()), role);
  }

  @Override
  public Optional<Place> place(String subject) {
    return programmes.find(subject).map(p -> new Place(p.regime(), p.nis(), p.region()));
  }

  @Override
  public Optional<String> group(String subject, String role) {
    return programmes.find(subject).map(p -> group(p, role));
  }

  private static String group(Programme programme, String role) {
    return Role.of(role).group(programme.nis(), programme.region());
  }
}
