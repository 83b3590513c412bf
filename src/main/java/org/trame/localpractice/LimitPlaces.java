package org.trame.localpractice;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.trame.access.Actor;
import org.trame.access.Places;
import org.trame.access.Role;
import org.trame.deadline.TimeLimit;
import org.trame.language.Languages;
import org.trame.language.Messages;

/** The municipalities and Regions whose time limits a reader may look at, his own first. */
@Component
public class LimitPlaces {

  private final Places directory;
  private final LocalLimits limits;
  private final Messages messages;

  LimitPlaces(Places directory, LocalLimits limits, Messages messages) {
    this.directory = directory;
    this.limits = limits;
    this.messages = messages;
  }

  /**
   * A place.
   *
   * @param code NIS code of a municipality, or code of a Region in lower case
   * @param nis NIS code, or null for a Region
   * @param region code of the Region
   * @param name in the reader's language
   */
  public record Named(String code, String nis, String region, String name) {}

  /** What this reader may choose from: his own places, then those that changed something. */
  public List<Named> of(Actor reader) {
    Map<String, Named> places = new LinkedHashMap<>();
    Stream.of(Role.Scope.MUNICIPALITY, Role.Scope.REGION)
        .flatMap(scope -> reader.groups().stream().flatMap(g -> scope(g, scope).stream()))
        .flatMap(code -> find(code).stream())
        .forEach(p -> places.putIfAbsent(p.code(), p));
    List.copyOf(places.values()).stream()
        .map(p -> p.region().toLowerCase(Locale.ROOT))
        .flatMap(code -> find(code).stream())
        .forEach(p -> places.putIfAbsent(p.code(), p));
    if (places.isEmpty()) {
      directory.all().stream()
          .map(p -> p.region().toLowerCase(Locale.ROOT))
          .distinct()
          .flatMap(code -> find(code).stream())
          .forEach(p -> places.putIfAbsent(p.code(), p));
    }
    limits.places(TimeLimit.ChangeableBy.MUNICIPALITY).stream()
        .flatMap(code -> find(code).stream())
        .filter(p -> places.containsKey(p.region().toLowerCase(Locale.ROOT)))
        .forEach(p -> places.putIfAbsent(p.code(), p));
    return List.copyOf(places.values());
  }

  private static Optional<String> scope(String group, Role.Scope scope) {
    return Role.ofGroup(group)
        .filter(r -> r.scope() == scope && group.length() > r.code().length())
        .map(r -> group.substring(r.code().length() + 1));
  }

  /** A place by its code. */
  public Optional<Named> find(String code) {
    return directory.all().stream()
        .filter(p -> p.nis().equals(code) || p.region().equalsIgnoreCase(code))
        .findFirst()
        .map(p -> named(p, p.nis().equals(code)));
  }

  private Named named(Places.Place place, boolean municipality) {
    if (municipality) {
      boolean dutch = Languages.DUTCH.equals(Messages.locale());
      return new Named(
          place.nis(), place.nis(), place.region(), dutch ? place.dutchName() : place.name());
    }
    String code = place.region().toLowerCase(Locale.ROOT);
    return new Named(code, null, place.region(), messages.say("region." + code));
  }
}
