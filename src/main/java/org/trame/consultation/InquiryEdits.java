package org.trame.consultation;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.trame.worksheet.Edit;

/** What is written about the public inquiry. */
@Configuration(proxyBeanMethods = false)
class InquiryEdits {

  private static final String SUMMARISE = "Task_SummariseInquiry";

  @Bean
  Edit<RecordObservation> observation(Inquiries inquiries) {
    return Edit.ofTask(
        "observation",
        RecordObservation.class,
        inquiries::register,
        "Task_RegisterObservations",
        SUMMARISE);
  }

  @Bean
  Edit<ObservationReply> observationReply(Inquiries inquiries) {
    return Edit.ofTask("observation-reply", ObservationReply.class, inquiries::reply, SUMMARISE);
  }
}
