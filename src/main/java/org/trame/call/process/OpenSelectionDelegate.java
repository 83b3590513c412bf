package org.trame.call.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.springframework.stereotype.Component;
import org.trame.call.OpenRound;
import org.trame.call.Round;
import org.trame.call.SelectionRounds;
import org.trame.workflow.SubmittedForm;

/** Start of {@code Selection}: the business key is the round's id, whatever was typed. */
@Component
class OpenSelectionDelegate implements ExecutionListener {

  private final SelectionRounds rounds;
  private final SubmittedForm form;

  OpenSelectionDelegate(SelectionRounds rounds, SubmittedForm form) {
    this.rounds = rounds;
    this.form = form;
  }

  @Override
  public void notify(DelegateExecution execution) {
    Round round = rounds.open(form.of(execution, OpenRound.class));
    execution.setProcessBusinessKey(round.id());
    execution.setVariable(SelectionVariables.REGIME, round.regime());
  }
}
