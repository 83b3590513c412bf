package org.trame.evaluation;

import java.util.List;
import org.trame.programme.Content;

/**
 * An objective in force: from its baseline through the years to its target.
 *
 * @param objective what is to be reached
 * @param values one a year, in order
 */
public record IndicatorSeries(Content.Objective objective, List<IndicatorValue> values) {

  /** The value of a year, or null. */
  public IndicatorValue in(int year) {
    return values.stream().filter(v -> v.year() == year).findFirst().orElse(null);
  }

  /** The last value that was measured, or null. */
  public IndicatorValue last() {
    return values.stream().filter(v -> v.value() != null).reduce((a, b) -> b).orElse(null);
  }
}
