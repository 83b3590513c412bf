package org.trame.approval.process;

import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.stereotype.Component;
import org.trame.approval.Dossiers;

/** {@code Task_SubmitDossier} and {@code Task_CompleteDossier}. */
@Component
class SendDossierDelegate implements TaskListener {

  private final Dossiers dossiers;

  SendDossierDelegate(Dossiers dossiers) {
    this.dossiers = dossiers;
  }

  @Override
  public void notify(DelegateTask task) {
    dossiers.send(task.getExecution().getProcessBusinessKey());
  }
}
