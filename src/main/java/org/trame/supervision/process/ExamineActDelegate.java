package org.trame.supervision.process;

import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.stereotype.Component;
import org.trame.supervision.ExamineAct;
import org.trame.supervision.Supervision;
import org.trame.workflow.SubmittedForm;

/** {@code Task_ExamineAct}. */
@Component
class ExamineActDelegate implements TaskListener {

  private final Supervision supervision;
  private final SubmittedForm form;

  ExamineActDelegate(Supervision supervision, SubmittedForm form) {
    this.supervision = supervision;
    this.form = form;
  }

  @Override
  public void notify(DelegateTask task) {
    supervision.examine(ActSupervisionVariables.act(task), form.of(task, ExamineAct.class));
  }
}
