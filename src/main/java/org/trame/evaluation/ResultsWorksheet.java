package org.trame.evaluation;

import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.trame.worksheet.Worksheet;

/** The page behind {@code Task_RecordResults}. */
@Component
class ResultsWorksheet implements Worksheet {

  private final EvaluationSections sections;

  ResultsWorksheet(EvaluationSections sections) {
    this.sections = sections;
  }

  @Override
  public Set<String> tasks() {
    return Set.of(EvaluationEdits.RESULTS);
  }

  @Override
  public List<Section> sections(String subject) {
    return List.of(sections.results(subject), sections.criteria(subject, false));
  }
}
