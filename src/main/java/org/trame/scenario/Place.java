package org.trame.scenario;

/**
 * Where something is written.
 *
 * @param file path of the file, as given
 * @param line line, from 1
 * @param calledFrom the step that plays this file, or null for the scenario itself
 */
record Place(String file, int line, Place calledFrom) {

  @Override
  public String toString() {
    String here = file + ":" + line;
    return calledFrom == null ? here : here + " (joué par " + calledFrom + ")";
  }
}
