package org.trame.input;

import java.util.List;

/**
 * One reason for refusing what was handed in.
 *
 * @param field name of the field concerned, or empty when the whole is concerned
 * @param key message key of the sentence
 * @param args arguments of the sentence, in order
 */
public record Violation(String field, String key, List<Object> args) {

  /** A violation at one field. */
  public static Violation at(String field, String key, Object... args) {
    return new Violation(field, key, List.of(args));
  }
}
