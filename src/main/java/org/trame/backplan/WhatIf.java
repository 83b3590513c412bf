package org.trame.backplan;

import java.time.LocalDate;
import java.util.Map;
import java.util.Set;

/**
 * What might go otherwise. Nothing of it is stored.
 *
 * @param missed sittings of the council that bring nothing
 * @param longer days that a step takes in addition, by step
 * @param begins day before which a step does not begin, by step
 */
public record WhatIf(
    Set<LocalDate> missed, Map<String, Integer> longer, Map<String, LocalDate> begins) {

  /** All goes as planned. */
  public static final WhatIf NOTHING = new WhatIf(Set.of(), Map.of(), Map.of());

  /** Whether anything is supposed to go otherwise. */
  public boolean any() {
    return !equals(NOTHING);
  }
}
