package org.trame.programme;

import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.trame.worksheet.Subjects;

/** Programmes by name. */
@Component
class ProgrammeSubjects implements Subjects {

  private final Programmes programmes;

  ProgrammeSubjects(Programmes programmes) {
    this.programmes = programmes;
  }

  @Override
  public Optional<Named> find(String subject) {
    return programmes.find(subject).map(p -> new Named(p.name(), "/programmes/" + p.id()));
  }

  /** One query, however many they are. */
  @Override
  public Map<String, Named> findAll(Collection<String> subjects) {
    return programmes.findAll(subjects).stream()
        .collect(
            Collectors.toMap(Programme::id, p -> new Named(p.name(), "/programmes/" + p.id())));
  }
}
