package org.trame.commitment.process;

import java.util.Optional;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.stereotype.Component;
import org.trame.access.Actor;
import org.trame.access.Role;
import org.trame.commitment.Change;
import org.trame.commitment.Commitment;
import org.trame.commitment.Commitments;
import org.trame.deadline.Place;
import org.trame.deadline.Responsibility;
import org.trame.programme.Programme;

/** Who is asked about a commitment: {@code ${commitmentHolders.author(execution)}}. */
@Component("commitmentHolders")
public class CommitmentHolders implements Responsibility {

  private final Commitments commitments;

  CommitmentHolders(Commitments commitments) {
    this.commitments = commitments;
  }

  /** Who speaks for the organisation that promised. */
  public String author(DelegateExecution execution) {
    Commitment commitment = commitment(execution);
    return commitments.group(commitment, commitment.text().author());
  }

  /** Who speaks for the organisation it was promised to. */
  public String beneficiary(DelegateExecution execution) {
    Commitment commitment = commitment(execution);
    return commitments.group(commitment, commitment.text().beneficiary());
  }

  /** Who speaks for the side that did not propose the change. */
  public String counterparty(DelegateExecution execution) {
    Commitment commitment = commitment(execution);
    Change change = commitments.change(CommitmentVariables.change(execution)).orElseThrow();
    return commitments.group(commitment, commitment.counterparty(change.party()));
  }

  private Commitment commitment(DelegateExecution execution) {
    return commitments.get(CommitmentVariables.commitment(execution));
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
    return commitments
        .find(Commitment.ofSubject(subject))
        .filter(c -> commitments.mayRead(actor, c))
        .isPresent();
  }

  private Optional<Programme> programme(String subject) {
    long id = Commitment.ofSubject(subject);
    return id < 0 ? Optional.empty() : commitments.find(id).map(commitments::programme);
  }
}
