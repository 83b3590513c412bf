package org.trame.profile.process;

import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.stereotype.Component;
import org.trame.profile.ConfirmProfile;
import org.trame.profile.MunicipalProfiles;
import org.trame.workflow.SubmittedForm;

/** {@code Task_ConfirmMunicipalProfile}. */
@Component
class ConfirmProfileDelegate implements TaskListener {

  private final MunicipalProfiles profiles;
  private final SubmittedForm form;

  ConfirmProfileDelegate(MunicipalProfiles profiles, SubmittedForm form) {
    this.profiles = profiles;
    this.form = form;
  }

  @Override
  public void notify(DelegateTask task) {
    String subject = task.getExecution().getProcessBusinessKey();
    profiles.confirm(
        profiles.municipality(subject).orElseThrow().nis(), form.of(task, ConfirmProfile.class));
  }
}
