package org.trame.worksheet;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a subject is called and where its page is; each module that owns a kind of subject answers.
 */
public interface Subjects {

  /** The subject, or empty if it is somebody else's kind or does not exist. */
  Optional<Named> find(String subject);

  /** Those of these subjects that are of this kind, by id. */
  default Map<String, Named> findAll(Collection<String> subjects) {
    Map<String, Named> found = new HashMap<>();
    subjects.forEach(subject -> find(subject).ifPresent(named -> found.put(subject, named)));
    return found;
  }

  /** The subjects of this kind that are part of these programmes: one query. */
  default List<String> of(Collection<String> programmes) {
    return List.of();
  }

  /**
   * A subject by its name.
   *
   * @param name what people call it
   * @param page address of its page
   */
  record Named(String name, String page) {}
}
