package org.trame.council.process;

import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.stereotype.Component;
import org.trame.council.ConveneCouncil;
import org.trame.council.CouncilSittings;
import org.trame.council.Sitting;
import org.trame.deadline.Clocks;
import org.trame.workflow.SubmittedForm;

/** {@code Task_ConveneCouncil}: the vote is due on the day of the sitting. */
@Component
class ConveneCouncilDelegate implements TaskListener {

  private final CouncilSittings sittings;
  private final Clocks clocks;
  private final SubmittedForm form;

  ConveneCouncilDelegate(CouncilSittings sittings, Clocks clocks, SubmittedForm form) {
    this.sittings = sittings;
    this.clocks = clocks;
    this.form = form;
  }

  @Override
  public void notify(DelegateTask task) {
    String programme = task.getExecution().getProcessBusinessKey();
    Sitting sitting = sittings.convene(programme, form.of(task, ConveneCouncil.class));
    clocks.startUntil(
        (String) task.getVariable("regime"),
        programme,
        "council-vote",
        task.getProcessInstanceId(),
        sitting.sittingAt().toLocalDate());
  }
}
