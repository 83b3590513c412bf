package org.trame.programme;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.trame.worksheet.Worksheet;

/** The whole draft, after the reasons why it came back. */
@Component
class DraftWorksheet implements Worksheet {

  private final ContentSections sections;

  DraftWorksheet(ContentSections sections) {
    this.sections = sections;
  }

  @Override
  public Set<String> tasks() {
    return Set.of("Task_DraftProgramme");
  }

  @Override
  public List<Section> sections(String subject) {
    return Stream.of(sections.ofRework(subject), sections.ofDraft(subject))
        .flatMap(List::stream)
        .toList();
  }
}
