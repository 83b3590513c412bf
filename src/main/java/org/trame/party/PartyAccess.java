package org.trame.party;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.trame.access.Actor;
import org.trame.access.Places;
import org.trame.access.Role;

/**
 * Who reads and who keeps organisations: a municipality's coordinators keep its own, the Region's
 * examiners those of the Region; whoever acts for an organisation reads it.
 */
@Component
class PartyAccess {

  private final Places places;

  PartyAccess(Places places) {
    this.places = places;
  }

  /**
   * What an actor reads.
   *
   * @param all everything
   * @param nis municipalities whose organisations are read
   * @param regions Regions all of whose organisations are read
   * @param own Regions whose organisations without a municipality are read
   * @param actedFor numbers of the organisations the actor acts for
   */
  record Readable(
      boolean all, Set<String> nis, Set<String> regions, Set<String> own, Set<Long> actedFor) {

    boolean reads(Party party) {
      return all
          || regions.contains(party.region())
          || actedFor.contains(party.id())
          || (party.nis() == null ? own.contains(party.region()) : nis.contains(party.nis()));
    }
  }

  Readable readable(Actor actor) {
    Set<String> nis = scopes(actor, Role.Scope.MUNICIPALITY);
    Set<String> regions =
        scopes(actor, Role.Scope.REGION).stream()
            .map(r -> r.toUpperCase(Locale.ROOT))
            .collect(Collectors.toSet());
    Set<String> own = new TreeSet<>(regions);
    if (!nis.isEmpty()) {
      places.all().stream().filter(p -> nis.contains(p.nis())).forEach(p -> own.add(p.region()));
    }
    boolean all = actor.isSystem() || actor.holds(Role.AUDITOR);
    Set<Long> actedFor =
        actor.groups().stream()
            .filter(g -> Role.ofGroup(g).filter(r -> r == Role.PARTNER).isPresent())
            .map(Party::ofSubject)
            .collect(Collectors.toSet());
    return new Readable(all, nis, regions, own, actedFor);
  }

  /** Whether the actor keeps the organisations of this place. */
  boolean keeps(Actor actor, String nis, String region) {
    Role role = nis == null ? Role.REGION_EXAMINER : Role.COORDINATOR;
    return actor.in(role.group(nis, region));
  }

  boolean keepsSome(Actor actor) {
    return actor.holds(Role.COORDINATOR) || actor.holds(Role.REGION_EXAMINER);
  }

  Optional<Places.Place> municipality(String nis) {
    return places.all().stream().filter(p -> p.nis().equals(nis)).findFirst();
  }

  /** The Region whose organisations the actor keeps. */
  Optional<String> keptRegion(Actor actor) {
    return actor.groups().stream()
        .filter(g -> g.startsWith(Role.REGION_EXAMINER.code() + "-"))
        .map(g -> g.substring(Role.REGION_EXAMINER.code().length() + 1).toUpperCase(Locale.ROOT))
        .sorted()
        .findFirst();
  }

  private static Set<String> scopes(Actor actor, Role.Scope scope) {
    return actor.groups().stream()
        .flatMap(
            g ->
                Role.ofGroup(g)
                    .filter(r -> r.scope() == scope && g.length() > r.code().length())
                    .map(r -> g.substring(r.code().length() + 1))
                    .stream())
        .collect(Collectors.toSet());
  }
}
