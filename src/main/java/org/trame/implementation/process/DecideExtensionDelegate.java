package org.trame.implementation.process;

import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.stereotype.Component;
import org.trame.implementation.DecideExtension;
import org.trame.implementation.Extensions;
import org.trame.workflow.SubmittedForm;

/** {@code Task_DecideExtension}. */
@Component
class DecideExtensionDelegate implements TaskListener {

  private final Extensions extensions;
  private final SubmittedForm form;

  DecideExtensionDelegate(Extensions extensions, SubmittedForm form) {
    this.extensions = extensions;
    this.form = form;
  }

  @Override
  public void notify(DelegateTask task) {
    extensions.decide(
        task.getExecution().getProcessBusinessKey(), form.of(task, DecideExtension.class));
  }
}
