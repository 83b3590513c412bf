package org.trame.access.engine;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.regex.Pattern;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;
import org.trame.access.Actor;
import org.trame.access.Role;

/** The rules of {@code access/engine-doors.yaml}. */
@Component
public class EngineDoors {

  private static final Pattern REST =
      Pattern.compile("^(?:/engine-rest|/camunda/api/engine)(?:/engine/[^/]+)?(?=/|$)");
  private static final String WEBAPP = "/camunda/api/";

  private final List<Door> doors;

  EngineDoors() {
    try (InputStream file = new ClassPathResource("access/engine-doors.yaml").getInputStream()) {
      doors = new YAMLMapper().readValue(file, new TypeReference<List<Door>>() {});
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Whether this actor may send such a request.
   *
   * @param path decoded path within the application, such as {@code /engine-rest/task/7/claim}
   */
  public boolean open(Actor actor, String method, String path) {
    var rest = REST.matcher(path);
    String inner =
        rest.find() ? path.substring(rest.end()) : path.replaceFirst("^" + WEBAPP, "webapp:/");
    return doors.stream().anyMatch(door -> door.lets(actor, method, inner));
  }

  private record Door(List<String> methods, Pattern path, List<String> roles) {

    boolean lets(Actor actor, String method, String inner) {
      return methods.contains(method)
          && path.matcher(inner).matches()
          && roles.stream().anyMatch(role -> holds(actor, role));
    }

    private static boolean holds(Actor actor, String role) {
      return switch (role) {
        case "all" -> true;
        case "working" -> Role.working().stream().anyMatch(actor::holds);
        default -> actor.holds(Role.of(role));
      };
    }
  }
}
