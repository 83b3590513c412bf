package org.trame.deadline;

import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.trame.access.Actor;

/** Everybody who knows a kind of subject, as one. */
@Component
public class Responsibilities {

  private final ObjectProvider<Responsibility> all;

  Responsibilities(ObjectProvider<Responsibility> all) {
    this.all = all;
  }

  /** Where a subject is, or empty if nobody knows it. */
  public Optional<Place> place(String subject) {
    return all.stream().flatMap(r -> r.place(subject).stream()).findFirst();
  }

  /** The engine group of a role for a subject, or empty if nobody knows the subject. */
  public Optional<String> group(String subject, String role) {
    return all.stream().flatMap(r -> r.group(subject, role).stream()).findFirst();
  }

  /** Whether this subject concerns the actor, whatever his roles. */
  public boolean concerns(Actor actor, String subject) {
    return all.stream().anyMatch(r -> r.concerns(actor, subject));
  }

  /** Whether the actor holds the role for this subject; the program itself may do everything. */
  public boolean holds(Actor actor, String subject, String role) {
    return actor.isSystem() || group(subject, role).filter(actor::in).isPresent();
  }
}
