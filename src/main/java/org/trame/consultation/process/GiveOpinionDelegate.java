package org.trame.consultation.process;

import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.stereotype.Component;
import org.trame.consultation.GiveOpinion;
import org.trame.consultation.OpinionRequests;
import org.trame.workflow.SubmittedForm;

/** {@code Task_GiveOpinion}, one for each member asked. */
@Component
class GiveOpinionDelegate implements TaskListener {

  private final OpinionRequests requests;
  private final SubmittedForm form;

  GiveOpinionDelegate(OpinionRequests requests, SubmittedForm form) {
    this.requests = requests;
    this.form = form;
  }

  @Override
  public void notify(DelegateTask task) {
    requests.answer(
        task.getExecution().getProcessBusinessKey(),
        (Long) task.getVariable(CommissionConsultationVariables.MANDATE),
        form.of(task, GiveOpinion.class));
  }
}
