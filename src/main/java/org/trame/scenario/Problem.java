package org.trame.scenario;

/** Something wrong at a place of a scenario, in a French sentence. */
record Problem(Place place, String sentence) {

  @Override
  public String toString() {
    return place + " : " + sentence;
  }
}
