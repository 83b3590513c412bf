package org.trame.profile;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.trame.worksheet.Edit;

/** Where closing days are written: with the profile of the municipality. */
@Configuration(proxyBeanMethods = false)
class ClosingEdits {

  private static final String PROFILE_TASK = "Task_ConfirmMunicipalProfile";

  @Bean
  Edit<CloseDays> closeDaysEdit(MunicipalClosingDays days, MunicipalProfiles profiles) {
    return Edit.ofTask(
        "closing-days",
        CloseDays.class,
        (subject, input) -> days.close(profiles.municipality(subject).orElseThrow().nis(), input),
        PROFILE_TASK);
  }

  @Bean
  Edit<OpenDays> openDaysEdit(MunicipalClosingDays days, MunicipalProfiles profiles) {
    return Edit.ofTask(
        "closing-days-remove",
        OpenDays.class,
        (subject, input) -> days.open(profiles.municipality(subject).orElseThrow().nis(), input),
        PROFILE_TASK);
  }
}
