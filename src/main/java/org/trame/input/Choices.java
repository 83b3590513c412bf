package org.trame.input;

import java.util.List;

/** A list of values to choose from that depends on the subject (a programme, a selection round). */
public interface Choices {

  /** Name, as {@link OneOf} gives it. */
  String name();

  /** What may be chosen for this subject, in the order shown. */
  List<Choice> of(String subject);

  /**
   * One value.
   *
   * @param value what is handed in
   * @param label what a person reads, already in the reader's language
   */
  record Choice(String value, String label) {}
}
