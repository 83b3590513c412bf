package org.trame.deadline;

import java.util.Optional;
import org.trame.access.Actor;

/**
 * Knows a kind of subject: where it is, and who holds a role for it. Each module that owns a kind
 * of subject answers for its own.
 */
public interface Responsibility {

  /** Where this subject is, or empty if the subject is somebody else's. */
  Optional<Place> place(String subject);

  /**
   * Whether this subject concerns the actor, whatever his roles: an organisation's, for example.
   */
  default boolean concerns(Actor actor, String subject) {
    return false;
  }

  /** The engine group of a role for this subject, or empty if the subject is somebody else's. */
  Optional<String> group(String subject, String role);
}
