package org.trame.scenario;

import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.Group;
import org.camunda.bpm.engine.identity.User;
import org.springframework.stereotype.Component;
import org.trame.access.Actor;
import org.trame.access.Actors;
import org.trame.access.engine.EngineGroups;

/** The accounts that act in scenarios: each with its own groups and the engine's authorisations. */
@Component
class Cast {

  private final IdentityService identity;

  Cast(IdentityService identity) {
    this.identity = identity;
  }

  /** Ids of all accounts. */
  Set<String> accounts() {
    return identity.createUserQuery().unlimitedList().stream()
        .map(User::getId)
        .collect(Collectors.toSet());
  }

  /** An account with its groups. */
  Actor actor(String account) {
    List<String> groups =
        identity.createGroupQuery().groupMember(account).unlimitedList().stream()
            .map(Group::getId)
            .toList();
    return new Actor(account, groups);
  }

  /** Does a piece of work as somebody would on Trame's own pages. */
  <T> T onPages(Actor actor, Supplier<T> work) {
    return Actors.as(actor, work);
  }

  /** Does a piece of work with the engine's authorisations, exactly as over its REST interface. */
  <T> T throughEngine(Actor actor, Supplier<T> work) {
    identity.setAuthentication(actor.userId(), EngineGroups.of(actor));
    try {
      return Actors.as(actor, work);
    } finally {
      identity.clearAuthentication();
    }
  }
}
