package org.trame.consultation.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.springframework.stereotype.Component;
import org.trame.consultation.Consultations;

/** Start of {@code CommissionConsultation}. */
@Component
class OpenConsultationDelegate implements ExecutionListener {

  private final Consultations consultations;

  OpenConsultationDelegate(Consultations consultations) {
    this.consultations = consultations;
  }

  @Override
  public void notify(DelegateExecution execution) {
    consultations.open(execution.getProcessBusinessKey());
  }
}
