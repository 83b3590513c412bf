package org.trame.input;

import java.util.List;
import java.util.stream.Collectors;

/**
 * An expected refusal: a rule says no. It becomes a sentence in the reader's language at the edge;
 * whatever was done in the same transaction is undone.
 */
public final class Refusal extends RuntimeException {

  private final transient List<Violation> violations;

  /** Refuses for these reasons, in the order they are shown. */
  public Refusal(List<Violation> violations) {
    super(
        violations.stream().map(v -> v.field() + ":" + v.key()).collect(Collectors.joining(", ")));
    this.violations = List.copyOf(violations);
  }

  /** A refusal for one reason that concerns the whole. */
  public static Refusal of(String key, Object... args) {
    return new Refusal(List.of(Violation.at("", key, args)));
  }

  /** A refusal for one reason at one field. */
  public static Refusal at(String field, String key, Object... args) {
    return new Refusal(List.of(Violation.at(field, key, args)));
  }

  /** The reasons, in the order they are shown. */
  public List<Violation> violations() {
    return violations;
  }

  /** The refusal hidden in the causes of an exception, or null. */
  public static Refusal in(Throwable thrown) {
    for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
      if (cause instanceof Refusal refusal) {
        return refusal;
      }
    }
    return null;
  }
}
