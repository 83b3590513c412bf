package org.trame.scenario;

/** While playing: something that was expected did not happen, or something unexpected did. */
final class ScenarioFailure extends RuntimeException {

  private final transient Problem problem;

  ScenarioFailure(Place place, String sentence) {
    this(place, sentence, null);
  }

  ScenarioFailure(Place place, String sentence, Throwable cause) {
    super(place + " : " + sentence, cause);
    this.problem = new Problem(place, sentence);
  }

  Problem problem() {
    return problem;
  }
}
