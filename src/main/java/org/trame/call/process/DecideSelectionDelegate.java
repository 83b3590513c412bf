package org.trame.call.process;

import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.stereotype.Component;
import org.trame.call.DecideSelection;
import org.trame.call.Selections;
import org.trame.workflow.SubmittedForm;

/** {@code Task_DecideSelection}. */
@Component
class DecideSelectionDelegate implements TaskListener {

  private final Selections selections;
  private final SubmittedForm form;

  DecideSelectionDelegate(Selections selections, SubmittedForm form) {
    this.selections = selections;
    this.form = form;
  }

  @Override
  public void notify(DelegateTask task) {
    selections.decide(
        task.getExecution().getProcessBusinessKey(), form.of(task, DecideSelection.class));
  }
}
