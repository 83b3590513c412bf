package org.trame.evaluation.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.springframework.stereotype.Component;
import org.trame.evaluation.YearlyReports;

/** Start of {@code AnnualCycle}: the report on this year is asked for. */
@Component
class OpenYearlyReportDelegate implements ExecutionListener {

  private final YearlyReports reports;

  OpenYearlyReportDelegate(YearlyReports reports) {
    this.reports = reports;
  }

  @Override
  public void notify(DelegateExecution execution) {
    Object asked = execution.getVariable(AnnualCycleVariables.YEAR);
    execution.setVariable(
        AnnualCycleVariables.YEAR,
        reports.open(
            execution.getProcessBusinessKey(),
            asked instanceof Number number ? Integer.valueOf(number.intValue()) : null));
  }
}
