package org.trame.deadline;

import java.util.Optional;

/**
 * Knows a kind of subject: where it is, and who holds a role for it. Each module that owns a kind
 * of subject answers for its own.
 */
public interface Responsibility {

  /** Where this subject is, or empty if the subject is somebody else's. */
  Optional<Place> place(String subject);

  /** The engine group of a role for this subject, or empty if the subject is somebody else's. */
  Optional<String> group(String subject, String role);
}
