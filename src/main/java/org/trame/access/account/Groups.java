package org.trame.access.account;

import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.Group;
import org.springframework.stereotype.Component;
import org.trame.access.Places;
import org.trame.access.Role;
import org.trame.language.Languages;
import org.trame.language.Messages;

/**
 * The groups an administrator puts accounts in, by the name of their role and place. Those of the
 * Brussels municipalities are there from the start; the administrator creates a Walloon one by its
 * id, such as {@code coordinator-52011}, and the next start names it.
 */
@Component
public class Groups {

  private static final String FROM_THE_START = "BRUSSELS";

  private final IdentityService identities;
  private final Places places;
  private final Messages messages;
  private final Map<Locale, Map<String, String>> names = new ConcurrentHashMap<>();

  Groups(IdentityService identities, Places places, Messages messages) {
    this.identities = identities;
    this.places = places;
    this.messages = messages;
  }

  /** Names of all groups there may be, in this language, by id. */
  public Map<String, String> names(Locale language) {
    return names.computeIfAbsent(language, this::readNames);
  }

  private Map<String, String> readNames(Locale language) {
    Map<String, String> read = new HashMap<>();
    for (Places.Place place : places.all()) {
      String regionKey = "region." + place.region().toLowerCase(Locale.ROOT);
      for (Role role : Role.values()) {
        String scope =
            switch (role.scope()) {
              case MUNICIPALITY ->
                  " – " + (Languages.DUTCH.equals(language) ? place.dutchName() : place.name());
              case REGION -> " – " + messages.say(language, regionKey);
              case ORGANISATION, NONE -> "";
            };
        read.put(
            role.group(place.nis(), place.region()),
            messages.say(language, "role." + role.code()) + scope);
      }
    }
    return read;
  }

  /** Creates the groups that are missing, and names those that have no name. */
  void complete() {
    Map<String, String> french = names(Languages.FRENCH);
    Set<String> wanted = new LinkedHashSet<>();
    for (Places.Place place : places.all()) {
      if (FROM_THE_START.equals(place.region())) {
        Arrays.stream(Role.values())
            .filter(role -> role.scope() != Role.Scope.ORGANISATION)
            .forEach(role -> wanted.add(role.group(place.nis(), place.region())));
      }
    }
    Map<String, Group> present =
        identities.createGroupQuery().list().stream()
            .collect(Collectors.toMap(Group::getId, Function.identity()));
    wanted.forEach(id -> present.computeIfAbsent(id, identities::newGroup));
    present.values().stream()
        .filter(group -> french.containsKey(group.getId()))
        .filter(group -> !french.get(group.getId()).equals(group.getName()))
        .forEach(group -> save(group, french.get(group.getId())));
  }

  private void save(Group group, String name) {
    group.setName(name);
    group.setType("WORKFLOW");
    identities.saveGroup(group);
  }
}
