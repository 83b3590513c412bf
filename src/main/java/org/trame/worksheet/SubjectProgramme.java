package org.trame.worksheet;

import java.util.Optional;

/** Knows which programme a subject belongs to; each module that owns a kind of subject answers. */
public interface SubjectProgramme {

  /** Id of the subject's programme, or empty if it is somebody else's kind or has none. */
  Optional<String> programme(String subject);
}
