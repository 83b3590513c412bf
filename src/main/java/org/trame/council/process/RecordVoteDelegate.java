package org.trame.council.process;

import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.stereotype.Component;
import org.trame.council.CouncilSittings;
import org.trame.council.RecordVote;
import org.trame.council.Sitting;
import org.trame.workflow.SubmittedForm;

/** {@code Task_RecordVote}. */
@Component
class RecordVoteDelegate implements TaskListener {

  private final CouncilSittings sittings;
  private final SubmittedForm form;

  RecordVoteDelegate(CouncilSittings sittings, SubmittedForm form) {
    this.sittings = sittings;
    this.form = form;
  }

  @Override
  public void notify(DelegateTask task) {
    Sitting sitting =
        sittings.recordVote(
            task.getExecution().getProcessBusinessKey(), form.of(task, RecordVote.class));
    task.setVariable(CouncilVoteVariables.OUTCOME, sitting.outcome().name());
  }
}
