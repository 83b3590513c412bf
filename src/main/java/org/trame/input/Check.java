package org.trame.input;

import java.util.ArrayList;
import java.util.List;

/** Collects every reason to refuse before refusing, so that a person sees them all at once. */
public final class Check {

  private final List<Violation> violations = new ArrayList<>();

  /** Notes a violation at a field unless the condition holds. */
  public Check that(boolean holds, String field, String key, Object... args) {
    if (!holds) {
      violations.add(Violation.at(field, key, args));
    }
    return this;
  }

  /** Notes a violation that concerns the whole unless the condition holds. */
  public Check that(boolean holds, String key, Object... args) {
    return that(holds, "", key, args);
  }

  /**
   * Ends the collection.
   *
   * @throws Refusal if anything was noted
   */
  public void done() {
    if (!violations.isEmpty()) {
      throw new Refusal(violations);
    }
  }
}
