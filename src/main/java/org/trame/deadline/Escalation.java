package org.trame.deadline;

import java.util.Optional;

/**
 * Finds who holds a role for a subject; each module that owns a kind of subject answers for its
 * own.
 */
public interface Escalation {

  /** The engine group of a role for this subject, or empty if the subject is somebody else's. */
  Optional<String> group(String subject, String role);
}
