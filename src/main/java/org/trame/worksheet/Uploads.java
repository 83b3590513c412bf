package org.trame.worksheet;

import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import java.util.UUID;

/** Where the files of forms are kept. A file is kept for good, even if its form is abandoned. */
public interface Uploads {

  /**
   * Keeps a file as a document of the subject's programme.
   *
   * @param subject what the form is about
   * @param name name the file had
   * @return the id that is handed in for the field
   * @throws org.trame.input.Refusal if the file or the actor is refused
   */
  UUID keep(String subject, String name, InputStream content) throws IOException;

  /** Name of a file kept for the subject's programme, or empty if it is not one of them. */
  Optional<String> nameOf(String subject, UUID id);

  /** Endings of the files that may be kept, as the browser wants them: {@code .pdf,.png}. */
  String accepted();
}
