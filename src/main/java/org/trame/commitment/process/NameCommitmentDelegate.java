package org.trame.commitment.process;

import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.stereotype.Component;
import org.trame.commitment.Commitment;
import org.trame.commitment.Commitments;
import org.trame.party.Parties;

/** Says what a task is about: who promised what to whom. */
@Component
class NameCommitmentDelegate implements TaskListener {

  private final Commitments commitments;
  private final Parties parties;

  NameCommitmentDelegate(Commitments commitments, Parties parties) {
    this.commitments = commitments;
    this.parties = parties;
  }

  @Override
  public void notify(DelegateTask task) {
    Commitment commitment = commitments.get(CommitmentVariables.commitment(task));
    task.setDescription(
        "%s : %s → %s"
            .formatted(
                commitment.text().code(),
                name(commitment.text().author()),
                name(commitment.text().beneficiary())));
  }

  private String name(long party) {
    return parties.find(party).orElseThrow().frenchName();
  }
}
