package org.trame.consultation;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.trame.worksheet.Edit;

/** What is written about the commission's meetings and opinions. */
@Configuration(proxyBeanMethods = false)
class MeetingEdits {

  private static final String RECORD = "Task_RecordMeeting";

  @Bean
  Edit<Attendance> attendance(Meetings meetings) {
    return Edit.ofTask("attendance", Attendance.class, meetings::note, RECORD);
  }

  @Bean
  Edit<AttendanceOfOthers> attendanceOfOthers(Meetings meetings) {
    return Edit.ofTask(
        "attendance-of-others", AttendanceOfOthers.class, meetings::noteOthers, RECORD);
  }

  @Bean
  Edit<Spoke> spoke(Meetings meetings) {
    return Edit.ofTask("spoke", Spoke.class, meetings::spoke, RECORD);
  }

  @Bean
  Edit<RecordOpinion> opinion(Opinions opinions) {
    return Edit.ofTask("opinion", RecordOpinion.class, opinions::record, RECORD);
  }

  @Bean
  Edit<Dissent> dissent(Meetings meetings) {
    return Edit.ofTask("dissent", Dissent.class, meetings::annex, RECORD);
  }

  @Bean
  Edit<OwnOpinion> ownOpinion(OpinionRequests requests) {
    return Edit.ofTask("own-opinion", OwnOpinion.class, requests::add, "Task_GiveOpinion");
  }

  @Bean
  Edit<OpinionReply> opinionReply(Opinions opinions) {
    return Edit.ofTask(
        "opinion-reply", OpinionReply.class, opinions::reply, "Task_ReplyToOpinions");
  }
}
