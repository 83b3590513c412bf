package org.trame.evaluation.process;

import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.stereotype.Component;
import org.trame.evaluation.WriteYearlyReport;
import org.trame.evaluation.YearlyReports;
import org.trame.workflow.SubmittedForm;

/** {@code Task_WriteYearlyReport}. */
@Component
class WriteYearlyReportDelegate implements TaskListener {

  private final YearlyReports reports;
  private final SubmittedForm form;

  WriteYearlyReportDelegate(YearlyReports reports, SubmittedForm form) {
    this.reports = reports;
    this.form = form;
  }

  @Override
  public void notify(DelegateTask task) {
    reports.submit(
        task.getExecution().getProcessBusinessKey(),
        (Integer) task.getVariable(AnnualCycleVariables.YEAR),
        form.of(task, WriteYearlyReport.class));
  }
}
