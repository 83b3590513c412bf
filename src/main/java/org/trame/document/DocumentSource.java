package org.trame.document;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.trame.programme.Programme;

/**
 * What a module lets print. Its template is {@code templates/documents/<kind>.html}, its name the
 * message {@code document.<kind>}.
 */
public interface DocumentSource {

  /** Code of the document. */
  String kind();

  /**
   * The values of the template, ready to be read in this language.
   *
   * @param reference which of the programme's facts is printed
   * @return empty if the programme has no such fact, or it is not settled yet
   */
  Optional<Map<String, Object>> values(Programme programme, String reference, Locale language);
}
