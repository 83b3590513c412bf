package org.trame.programme;

import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.trame.worksheet.Worksheet;

/** The needs of the neighbourhood. */
@Component
class DiagnosisWorksheet implements Worksheet {

  private final ContentSections sections;

  DiagnosisWorksheet(ContentSections sections) {
    this.sections = sections;
  }

  @Override
  public Set<String> tasks() {
    return Set.of(ContentEdits.DIAGNOSIS);
  }

  @Override
  public List<Section> sections(String subject) {
    return sections.ofDiagnosis(subject);
  }
}
