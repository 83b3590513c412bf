package org.trame.document;

import java.util.Optional;
import org.springframework.stereotype.Component;
import org.trame.programme.Programme;
import org.trame.programme.Programmes;
import org.trame.worksheet.SubjectProgramme;

/** A programme's id is a subject. */
@Component
class ProgrammeOfItself implements SubjectProgramme {

  private final Programmes programmes;

  ProgrammeOfItself(Programmes programmes) {
    this.programmes = programmes;
  }

  @Override
  public Optional<String> programme(String subject) {
    return programmes.find(subject).map(Programme::id);
  }
}
