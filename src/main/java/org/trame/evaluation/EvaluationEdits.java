package org.trame.evaluation;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.trame.worksheet.Edit;

/** What is written on the pages behind this module's tasks. */
@Configuration(proxyBeanMethods = false)
class EvaluationEdits {

  static final String REPORT = "Task_WriteYearlyReport";
  static final String REVIEW = "Task_ReviewYearlyReport";
  static final String CRITERIA = "Task_FixEvaluationCriteria";
  static final String RESULTS = "Task_RecordResults";
  static final String LESSONS = "Task_RecordLessons";

  @Bean
  Edit<MeasureIndicator> indicatorValueEdit(YearlyReports reports) {
    return Edit.ofTask("indicator-value", MeasureIndicator.class, reports::measure, REPORT);
  }

  @Bean
  Edit<RecordSpending> spendingEdit(YearlyReports reports) {
    return Edit.ofTask("spending", RecordSpending.class, reports::spend, REPORT);
  }

  @Bean
  Edit<RemoveSpending> removeSpendingEdit(YearlyReports reports) {
    return Edit.ofTask("remove-spending", RemoveSpending.class, reports::removeSpending, REPORT);
  }

  @Bean
  Edit<RecordParticipation> participationEdit(YearlyReports reports) {
    return Edit.ofTask("participation", RecordParticipation.class, reports::participate, REPORT);
  }

  @Bean
  Edit<RemoveParticipation> removeParticipationEdit(YearlyReports reports) {
    return Edit.ofTask(
        "remove-participation", RemoveParticipation.class, reports::removeParticipation, REPORT);
  }

  @Bean
  Edit<WriteCriterion> criterionEdit(Evaluations evaluations) {
    return Edit.ofTask("criterion", WriteCriterion.class, evaluations::writeCriterion, CRITERIA);
  }

  @Bean
  Edit<RemoveCriterion> removeCriterionEdit(Evaluations evaluations) {
    return Edit.ofTask(
        "remove-criterion", RemoveCriterion.class, evaluations::removeCriterion, CRITERIA);
  }

  @Bean
  Edit<JudgeObjective> resultEdit(Evaluations evaluations) {
    return Edit.ofTask("result", JudgeObjective.class, evaluations::judge, RESULTS);
  }

  @Bean
  Edit<WriteLesson> lessonEdit(Closings closings) {
    return Edit.ofTask("lesson", WriteLesson.class, closings::writeLesson, LESSONS);
  }

  @Bean
  Edit<RemoveLesson> removeLessonEdit(Closings closings) {
    return Edit.ofTask("remove-lesson", RemoveLesson.class, closings::removeLesson, LESSONS);
  }
}
