package org.trame.agreement.process;

import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.stereotype.Component;
import org.trame.agreement.Signings;
import org.trame.party.Parties;

/** Says which organisation's signature a task is about. */
@Component
class NameSignatureDelegate implements TaskListener {

  private final Signings signings;
  private final Parties parties;

  NameSignatureDelegate(Signings signings, Parties parties) {
    this.signings = signings;
    this.parties = parties;
  }

  @Override
  public void notify(DelegateTask task) {
    long party = signings.find(AgreementSigningVariables.signature(task)).orElseThrow().party();
    task.setDescription(parties.find(party).orElseThrow().frenchName());
  }
}
