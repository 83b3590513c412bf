package org.trame.access.engine;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.trame.access.Actor;
import org.trame.access.Role;

/** The groups under which the engine sees an actor. */
public final class EngineGroups {

  private EngineGroups() {}

  /**
   * The groups the actor belongs to, and the code of each role held somewhere: authorisations are
   * given to a role once, whatever the number of municipalities.
   */
  public static List<String> of(Actor actor) {
    return Stream.concat(
            actor.groups().stream(),
            Arrays.stream(Role.values()).filter(actor::holds).map(Role::code))
        .distinct()
        .toList();
  }
}
