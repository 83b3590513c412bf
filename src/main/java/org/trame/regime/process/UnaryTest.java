package org.trame.regime.process;

import java.util.List;
import java.util.Set;

/** What an input must be for a row to fire. */
sealed interface UnaryTest {

  /** Anything. */
  record Any() implements UnaryTest {}

  /** One of these texts, or none of them. */
  record Words(Set<String> words, boolean not) implements UnaryTest {}

  /** One of these. */
  record YesNo(Set<Boolean> values) implements UnaryTest {}

  /** A number in one of these segments. */
  record Numbers(List<Segment> segments) implements UnaryTest {}

  /** Whether every value passes. */
  default boolean catchesAll() {
    return this instanceof Any;
  }
}
