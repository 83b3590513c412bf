package org.trame.scenario;

import java.util.List;
import java.util.stream.Collectors;

/** A scenario that cannot be played: it is not written in the format, or names what is unknown. */
final class ScenarioError extends RuntimeException {

  private final transient List<Problem> problems;

  ScenarioError(List<Problem> problems) {
    super(problems.stream().map(Problem::toString).collect(Collectors.joining("\n")));
    this.problems = List.copyOf(problems);
  }

  ScenarioError(Place place, String sentence) {
    this(List.of(new Problem(place, sentence)));
  }

  List<Problem> problems() {
    return problems;
  }
}
