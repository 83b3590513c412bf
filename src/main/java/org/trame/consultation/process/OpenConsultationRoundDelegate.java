package org.trame.consultation.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.springframework.stereotype.Component;
import org.trame.consultation.Rounds;

/** Start of {@code CommissionConsultation}. */
@Component
class OpenConsultationRoundDelegate implements ExecutionListener {

  private final Rounds rounds;

  OpenConsultationRoundDelegate(Rounds rounds) {
    this.rounds = rounds;
  }

  @Override
  public void notify(DelegateExecution execution) {
    rounds.open(execution.getProcessBusinessKey());
  }
}
