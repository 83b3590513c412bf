package org.trame.profile.process;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.identity.Group;
import org.springframework.stereotype.Component;
import org.trame.access.Actor;
import org.trame.access.Actors;
import org.trame.access.Role;
import org.trame.deadline.Place;
import org.trame.deadline.Responsibility;
import org.trame.input.Choices;
import org.trame.language.Messages;
import org.trame.profile.MunicipalProfiles;
import org.trame.programme.Municipality;
import org.trame.programme.Programmes;

/**
 * Who coordinates which municipality. Candidate groups: {@code ${coordinators.of(execution,
 * 'coordinator')}}.
 */
@Component("coordinators")
public class Coordinators implements Responsibility, Choices {

  private static final String PREFIX = Role.COORDINATOR.code() + "-";

  private final IdentityService identities;
  private final MunicipalProfiles profiles;
  private final Programmes programmes;

  Coordinators(IdentityService identities, MunicipalProfiles profiles, Programmes programmes) {
    this.identities = identities;
    this.profiles = profiles;
    this.programmes = programmes;
  }

  /** The engine group of a role for the municipality this process works on. */
  public String of(DelegateExecution execution, String role) {
    return group(execution.getProcessBusinessKey(), role).orElseThrow();
  }

  @Override
  public Optional<Place> place(String subject) {
    return profiles.municipality(subject).map(m -> new Place(null, m.nis(), m.region()));
  }

  @Override
  public Optional<String> group(String subject, String role) {
    return profiles.municipality(subject).map(m -> Role.of(role).group(m.nis(), m.region()));
  }

  @Override
  public String name() {
    return "profileMunicipalities";
  }

  /** The municipalities the actor may ask to confirm their profile. */
  @Override
  public List<Choice> of(String subject) {
    return mine().stream()
        .flatMap(nis -> programmes.municipality(nis).stream())
        .map(m -> new Choice(m.nis(), m.name(Messages.locale())))
        .toList();
  }

  /** NIS codes: a coordinator's own municipalities; otherwise every one that has a coordinator. */
  List<String> mine() {
    Actor actor = Actors.current();
    Stream<String> groups =
        actor.holds(Role.COORDINATOR)
            ? actor.groups().stream()
            : identities.createGroupQuery().list().stream().map(Group::getId).filter(this::held);
    return groups
        .filter(g -> g.startsWith(PREFIX))
        .map(g -> g.substring(PREFIX.length()))
        .sorted()
        .toList();
  }

  private boolean held(String group) {
    return identities.createUserQuery().memberOfGroup(group).count() > 0;
  }

  /** The municipality of a subject, if the actor may ask to confirm its profile. */
  Optional<Municipality> allowed(String subject) {
    return profiles.municipality(subject).filter(m -> mine().contains(m.nis()));
  }
}
