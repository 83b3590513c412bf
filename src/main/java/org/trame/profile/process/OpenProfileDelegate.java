package org.trame.profile.process;

import java.util.List;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.springframework.stereotype.Component;
import org.trame.input.Check;
import org.trame.input.Refusal;
import org.trame.profile.MunicipalProfiles;
import org.trame.profile.OpenProfile;
import org.trame.workflow.SubmittedForm;
import org.trame.workflow.Workflows;

/** Start of {@code MunicipalProfile}: the business key is {@code commune-<nis>}. */
@Component
class OpenProfileDelegate implements ExecutionListener {

  private final Coordinators coordinators;
  private final Workflows workflows;
  private final SubmittedForm form;

  OpenProfileDelegate(Coordinators coordinators, Workflows workflows, SubmittedForm form) {
    this.coordinators = coordinators;
    this.workflows = workflows;
    this.form = form;
  }

  @Override
  public void notify(DelegateExecution execution) {
    String subject = subject(execution);
    new Check()
        .that(
            coordinators.allowed(subject).isPresent(),
            "profileMunicipality",
            "refusal.profile.municipality")
        .that(workflows.openTasks(subject).isEmpty(), "profileMunicipality", "refusal.profile.open")
        .done();
    execution.setProcessBusinessKey(subject);
  }

  private String subject(DelegateExecution execution) {
    String chosen = form.of(execution, OpenProfile.class).profileMunicipality();
    if (chosen != null) {
      return MunicipalProfiles.subject(chosen);
    }
    String typed = execution.getProcessBusinessKey();
    if (coordinators.allowed(typed).isPresent()) {
      return typed;
    }
    List<String> mine = coordinators.mine();
    if (mine.size() != 1) {
      throw Refusal.at("profileMunicipality", "refusal.input.required");
    }
    return MunicipalProfiles.subject(mine.get(0));
  }
}
