package org.trame.evaluation.process;

import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.stereotype.Component;
import org.trame.evaluation.ReviewYearlyReport;
import org.trame.evaluation.YearlyReports;
import org.trame.workflow.SubmittedForm;

/** {@code Task_ReviewYearlyReport}. */
@Component
class ReviewYearlyReportDelegate implements TaskListener {

  private final YearlyReports reports;
  private final SubmittedForm form;

  ReviewYearlyReportDelegate(YearlyReports reports, SubmittedForm form) {
    this.reports = reports;
    this.form = form;
  }

  @Override
  public void notify(DelegateTask task) {
    ReviewYearlyReport review = form.of(task, ReviewYearlyReport.class);
    reports.review(
        task.getExecution().getProcessBusinessKey(),
        (Integer) task.getVariable(AnnualCycleVariables.YEAR),
        review);
    task.setVariable(AnnualCycleVariables.OUTCOME, review.decision().name());
  }
}
