package org.trame.evaluation;

import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.trame.worksheet.Worksheet;

/** The page behind {@code Task_ReviewYearlyReport}: the reports that were handed in, to read. */
@Component
class ReviewWorksheet implements Worksheet {

  private final YearlyReports reports;
  private final ReportSections sections;

  ReviewWorksheet(YearlyReports reports, ReportSections sections) {
    this.reports = reports;
    this.sections = sections;
  }

  @Override
  public Set<String> tasks() {
    return Set.of(EvaluationEdits.REVIEW);
  }

  @Override
  public List<Section> sections(String subject) {
    return reports.of(subject).stream()
        .filter(r -> r.state() == YearlyReport.State.SUBMITTED)
        .flatMap(r -> sections.of(subject, r).stream())
        .toList();
  }
}
