package org.trame.consultation;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.trame.worksheet.Edit;

/** What the coordinator writes about the commission. */
@Configuration(proxyBeanMethods = false)
class CommissionEdits {

  private static final String NOMINATE = "Task_NominateMembers";
  private static final String CONVENE = "Task_ConveneMeeting";

  @Bean
  Edit<Nomination> nomination(Commission commission) {
    return Edit.ofTask("nomination", Nomination.class, commission::nominate, NOMINATE);
  }

  @Bean
  Edit<RemoveNomination> removeNomination(Commission commission) {
    return Edit.ofTask(
        "remove-nomination", RemoveNomination.class, commission::removeNomination, NOMINATE);
  }

  @Bean
  Edit<VacancyReason> vacancyReason(Commission commission) {
    return Edit.ofTask(
        "vacancy-reason", VacancyReason.class, commission::explainVacancy, NOMINATE, CONVENE);
  }

  @Bean
  Edit<EndMandate> endMandate(Commission commission) {
    return Edit.ofTask("end-mandate", EndMandate.class, commission::endMandate, NOMINATE, CONVENE);
  }

  @Bean
  Edit<Replacement> replacement(Commission commission) {
    return Edit.ofTask("replacement", Replacement.class, commission::replace, CONVENE);
  }
}
