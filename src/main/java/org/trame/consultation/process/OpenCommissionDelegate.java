package org.trame.consultation.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.springframework.stereotype.Component;
import org.trame.consultation.Commission;
import org.trame.deadline.Clocks;
import org.trame.programme.Programmes;

/** Start of {@code CommissionSetUp}: the designation is due counted from the notification. */
@Component
class OpenCommissionDelegate implements ExecutionListener {

  private final Commission commission;
  private final Programmes programmes;
  private final Clocks clocks;

  OpenCommissionDelegate(Commission commission, Programmes programmes, Clocks clocks) {
    this.commission = commission;
    this.programmes = programmes;
    this.clocks = clocks;
  }

  @Override
  public void notify(DelegateExecution execution) {
    String programme = execution.getProcessBusinessKey();
    commission.open(programme);
    clocks.start(
        (String) execution.getVariable("regime"),
        programme,
        "commission-designation",
        execution.getProcessInstanceId(),
        programmes.get(programme).notifiedOn());
  }
}
