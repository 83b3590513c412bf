package org.trame.call.process;

import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.stereotype.Component;
import org.trame.call.Candidatures;

/** {@code Task_RegisterCandidatures}. */
@Component
class RegisterCandidaturesDelegate implements TaskListener {

  private final Candidatures candidatures;

  RegisterCandidaturesDelegate(Candidatures candidatures) {
    this.candidatures = candidatures;
  }

  @Override
  public void notify(DelegateTask task) {
    candidatures.complete(task.getExecution().getProcessBusinessKey());
  }
}
