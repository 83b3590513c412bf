package org.trame.approval.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.springframework.stereotype.Component;
import org.trame.approval.Dossiers;

/** Start of {@code RegionalApproval}: the time to send the act runs from the council's vote. */
@Component
class OpenDossierDelegate implements ExecutionListener {

  private final Dossiers dossiers;

  OpenDossierDelegate(Dossiers dossiers) {
    this.dossiers = dossiers;
  }

  @Override
  public void notify(DelegateExecution execution) {
    dossiers.open(execution.getProcessBusinessKey(), execution.getProcessInstanceId());
  }
}
