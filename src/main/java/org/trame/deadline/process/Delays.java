package org.trame.deadline.process;

import org.camunda.bpm.engine.delegate.DelegateTask;
import org.springframework.stereotype.Component;
import org.trame.deadline.AssessDelay;
import org.trame.deadline.DelayAssessments;
import org.trame.workflow.SubmittedForm;

/** What models ask when a limit of the whole programme has passed. */
@Component("delays")
public class Delays {

  private final DelayAssessments assessments;
  private final SubmittedForm form;

  Delays(DelayAssessments assessments, SubmittedForm form) {
    this.assessments = assessments;
    this.form = form;
  }

  /** {@code ${delays.assess(task, 'elaboration')}}: keeps what the task decides. */
  public void assess(DelegateTask task, String step) {
    assessments.assess(
        task.getExecution().getProcessBusinessKey(), step, form.of(task, AssessDelay.class));
  }
}
