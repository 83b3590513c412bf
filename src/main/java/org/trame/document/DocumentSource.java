package org.trame.document;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.trame.programme.Programme;

/**
 * What a module lets print. Its template is {@code templates/documents/<kind>.html}, its name the
 * message {@code document.<kind>}. The values of a template are texts, numbers, yes or no, and
 * lists of maps of them; null where there is nothing.
 */
public interface DocumentSource {

  /** Code of the document. */
  String kind();

  /** Who it comes from. */
  Issuer issuer();

  /** The facts of a programme that can be printed, in the order they happened. */
  List<String> references(Programme programme);

  /**
   * The values of the template, ready to be read in this language.
   *
   * @param reference which of the programme's facts is printed
   * @return empty if the programme has no such fact, or it is not settled yet
   */
  Optional<Map<String, Object>> values(Programme programme, String reference, Locale language);

  /** Values somebody who writes a template can look at: every name, and something in every list. */
  Map<String, Object> example(Locale language);

  /**
   * The names a template must write, whoever words it: without them the document would not be what
   * it is called. A name in a list follows the name of the list and a dot.
   */
  default Set<String> demanded() {
    return Set.of();
  }
}
