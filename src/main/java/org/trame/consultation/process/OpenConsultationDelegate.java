package org.trame.consultation.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.springframework.stereotype.Component;
import org.trame.consultation.Consultations;

/** Start of {@code CommissionConsultation}. */
@Component
<<<<<<<< HEAD:src/main/java/org/trame/consultation/process/OpenConsultationRoundDelegate.java
class OpenConsultationRoundDelegate implements ExecutionListener {
========
class OpenConsultationDelegate implements ExecutionListener {
>>>>>>>> b359a6d (Close an inquiry on its day; tell consultations from selection rounds):src/main/java/org/trame/consultation/process/OpenConsultationDelegate.java

  private final Consultations consultations;

<<<<<<<< HEAD:src/main/java/org/trame/consultation/process/OpenConsultationRoundDelegate.java
  OpenConsultationRoundDelegate(Rounds rounds) {
    this.rounds = rounds;
========
  OpenConsultationDelegate(Consultations consultations) {
    this.consultations = consultations;
>>>>>>>> b359a6d (Close an inquiry on its day; tell consultations from selection rounds):src/main/java/org/trame/consultation/process/OpenConsultationDelegate.java
  }

  @Override
  public void notify(DelegateExecution execution) {
    consultations.open(execution.getProcessBusinessKey());
  }
}
