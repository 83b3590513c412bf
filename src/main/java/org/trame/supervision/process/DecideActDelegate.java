package org.trame.supervision.process;

import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.stereotype.Component;
import org.trame.supervision.DecideAct;
import org.trame.supervision.Supervision;
import org.trame.workflow.SubmittedForm;

/** {@code Task_DecideAct}. */
@Component
class DecideActDelegate implements TaskListener {

  private final Supervision supervision;
  private final SubmittedForm form;

  DecideActDelegate(Supervision supervision, SubmittedForm form) {
    this.supervision = supervision;
    this.form = form;
  }

  @Override
  public void notify(DelegateTask task) {
    DecideAct decision = form.of(task, DecideAct.class);
    supervision.decide(ActSupervisionVariables.act(task), decision);
    task.setVariable(ActSupervisionVariables.OUTCOME, decision.actDecision().name());
  }
}
