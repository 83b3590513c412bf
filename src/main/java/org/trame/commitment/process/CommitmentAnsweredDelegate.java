package org.trame.commitment.process;

import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.stereotype.Component;
import org.trame.commitment.CommitmentAnswers;
import org.trame.commitment.Commitments;
import org.trame.commitment.Occurrence;
import org.trame.input.Refusal;

/**
 * {@code Task_KeepCommitment}, {@code Task_ConfirmCommitment}, {@code Task_AnswerContest}: the
 * answer is given on the page of the commitment, which ends the task.
 */
@Component
class CommitmentAnsweredDelegate implements TaskListener {

  private static final String CONTESTED = "CONTESTED";

  private final CommitmentAnswers answers;
  private final Commitments commitments;

  CommitmentAnsweredDelegate(CommitmentAnswers answers, Commitments commitments) {
    this.answers = answers;
    this.commitments = commitments;
  }

  @Override
  public void notify(DelegateTask task) {
    long id = CommitmentVariables.occurrence(task);
    if (!answers.answered(id, task.getTaskDefinitionKey())) {
      throw Refusal.of("refusal.commitment.onPage");
    }
    Occurrence now = commitments.occurrence(id).orElseThrow();
    task.setVariable(CommitmentVariables.OUTCOME, now.toAnswer() ? CONTESTED : now.state().name());
  }
}
