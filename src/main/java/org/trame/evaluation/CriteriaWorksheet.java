package org.trame.evaluation;

import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.trame.worksheet.Worksheet;

/** The page behind {@code Task_FixEvaluationCriteria}. */
@Component
class CriteriaWorksheet implements Worksheet {

  private final EvaluationSections sections;

  CriteriaWorksheet(EvaluationSections sections) {
    this.sections = sections;
  }

  @Override
  public Set<String> tasks() {
    return Set.of(EvaluationEdits.CRITERIA);
  }

  @Override
  public List<Section> sections(String subject) {
    return List.of(sections.objectives(subject), sections.criteria(subject, true));
  }
}
