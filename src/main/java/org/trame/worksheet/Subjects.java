package org.trame.worksheet;

import java.util.Optional;

/**
 * What a subject is called and where its page is; each module that owns a kind of subject answers.
 */
public interface Subjects {

  /** The subject, or empty if it is somebody else's kind or does not exist. */
  Optional<Named> find(String subject);

  /**
   * A subject by its name.
   *
   * @param name what people call it
   * @param page address of its page
   */
  record Named(String name, String page) {}
}
