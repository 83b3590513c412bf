package org.trame.agreement.process;

import java.util.List;
import java.util.Optional;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.stereotype.Component;
import org.trame.access.Actor;
import org.trame.access.Role;
import org.trame.agreement.Agreement;
import org.trame.agreement.Agreements;
import org.trame.agreement.Signings;
import org.trame.agreement.mediation.Mediation;
import org.trame.agreement.mediation.Mediations;
import org.trame.deadline.Place;
import org.trame.deadline.Responsibility;
import org.trame.programme.Programme;
import org.trame.programme.Programmes;

/** Who works on an agreement: {@code ${agreementHolders.of(execution, 'coordinator')}}. */
@Component("agreementHolders")
public class AgreementHolders implements Responsibility {

  private final Agreements agreements;
  private final Signings signings;
  private final Mediations mediations;
  private final Programmes programmes;

  AgreementHolders(
      Agreements agreements, Signings signings, Mediations mediations, Programmes programmes) {
    this.agreements = agreements;
    this.mediations = mediations;
    this.signings = signings;
    this.programmes = programmes;
  }

  /** The engine group of a role for the programme of this agreement. */
  public String of(DelegateExecution execution, String role) {
    return group(execution.getProcessBusinessKey(), role).orElseThrow();
  }

  /** The people of the organisation whose signature this process asks. */
  public String signers(DelegateExecution execution) {
    long signature = ((Number) execution.getVariable(Signings.SIGNATURE)).longValue();
    return Role.ofParty(signings.find(signature).orElseThrow().party());
  }

  /** Id of the programme of this agreement. */
  public String programme(DelegateExecution execution) {
    return programme(execution.getProcessBusinessKey()).orElseThrow().id();
  }

  /** Who says what came of a mediation: the mediator, and who drives the agreement. */
  public List<String> mediators(DelegateExecution execution) {
    Mediation open =
        mediations.open(Agreement.ofSubject(execution.getProcessBusinessKey())).orElseThrow();
    return List.of(of(execution, Role.COORDINATOR.code()), Role.ofParty(open.mediatorParty()));
  }

  /** Who compares a scan with what was written down. */
  public List<String> paperReaders(DelegateExecution execution) {
    return List.of(
        of(execution, Role.COORDINATOR.code()), of(execution, Role.COUNCIL_SECRETARY.code()));
  }

  @Override
  public Optional<Place> place(String subject) {
    return programme(subject).map(p -> new Place(p.regime(), p.nis(), p.region()));
  }

  @Override
  public Optional<String> group(String subject, String role) {
    return programme(subject).map(p -> Role.of(role).group(p.nis(), p.region()));
  }

  @Override
  public boolean concerns(Actor actor, String subject) {
    return agreements
        .find(Agreement.ofSubject(subject))
        .filter(a -> agreements.mayRead(actor, a))
        .isPresent();
  }

  private Optional<Programme> programme(String subject) {
    long id = Agreement.ofSubject(subject);
    return id < 0 ? Optional.empty() : agreements.find(id).map(a -> programmes.get(a.programme()));
  }
}
