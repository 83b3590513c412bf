package org.trame.programme.process;

import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.stereotype.Component;
import org.trame.programme.Amendments;
import org.trame.programme.ChangeRules;
import org.trame.programme.DescribeAmendment;
import org.trame.workflow.SubmittedForm;

/** {@code Task_DescribeAmendment}: leaves what the table {@code AmendmentKind} asks. */
@Component
class DescribeAmendmentDelegate implements TaskListener {

  private final Amendments amendments;
  private final SubmittedForm form;

  DescribeAmendmentDelegate(Amendments amendments, SubmittedForm form) {
    this.amendments = amendments;
    this.form = form;
  }

  @Override
  public void notify(DelegateTask task) {
    String programme = task.getExecution().getProcessBusinessKey();
    DescribeAmendment described = form.of(task, DescribeAmendment.class);
    task.setVariable(AmendmentVariables.WITHDRAWN, described.withdrawn());
    if (described.withdrawn()) {
      amendments.withdraw(programme, described.reason());
    } else {
      String matter = amendments.open(programme).orElseThrow().matter();
      task.setVariables(ChangeRules.inputs(amendments.describe(programme, described), matter));
    }
  }
}
