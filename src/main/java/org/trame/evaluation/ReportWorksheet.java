package org.trame.evaluation;

import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.trame.worksheet.Worksheet;

/** The page behind {@code Task_WriteYearlyReport}: the report that is being written. */
@Component
class ReportWorksheet implements Worksheet {

  private final YearlyReports reports;
  private final ReportSections sections;

  ReportWorksheet(YearlyReports reports, ReportSections sections) {
    this.reports = reports;
    this.sections = sections;
  }

  @Override
  public Set<String> tasks() {
    return Set.of(EvaluationEdits.REPORT);
  }

  @Override
  public List<Section> sections(String subject) {
    return reports.writing(subject).map(r -> sections.of(subject, r)).orElse(List.of());
  }
}
