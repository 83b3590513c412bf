package org.trame.scenario;

import org.springframework.core.io.Resource;

/**
 * Where something is written.
 *
 * @param file path of the file, as given
 * @param line line, from 1
 * @param calledFrom the step that plays this file, or null for the scenario itself
 * @param source the file itself; others are named relative to it
 */
record Place(String file, int line, Place calledFrom, Resource source) {

  @Override
  public String toString() {
    String here = file + ":" + line;
    return calledFrom == null ? here : here + " (joué par " + calledFrom + ")";
  }
}
