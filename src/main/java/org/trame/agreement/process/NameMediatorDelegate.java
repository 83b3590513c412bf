package org.trame.agreement.process;

import java.util.Optional;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.stereotype.Component;
import org.trame.agreement.mediation.Mediations;
import org.trame.agreement.mediation.NameMediator;
import org.trame.workflow.SubmittedForm;

/** {@code Task_NameMediator}. */
@Component
class NameMediatorDelegate implements TaskListener {

  private final Mediations mediations;
  private final SubmittedForm form;

  NameMediatorDelegate(Mediations mediations, SubmittedForm form) {
    this.mediations = mediations;
    this.form = form;
  }

  @Override
  public void notify(DelegateTask task) {
    Optional<String> next =
        mediations.name(
            AgreementSigningVariables.agreement(task), form.of(task, NameMediator.class));
    task.setVariable(AgreementSigningVariables.MEDIATOR_NAMED, next.isEmpty());
    next.ifPresent(to -> task.setVariable(AgreementSigningVariables.MEDIATED, to));
  }
}
