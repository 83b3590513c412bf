package org.trame.programme;

import java.util.Optional;
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
}
