package org.trame.backplan;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * A plan as it stands on a day.
 *
 * @param today the day
 * @param end last day the law leaves
 * @param projected day on which the last step ends, or ended
 * @param lines the steps, in the order of the table
 * @param attention days of slack below which the plan deserves attention
 */
public record BackPlan(
    LocalDate today, LocalDate end, LocalDate projected, List<Line> lines, int attention) {

  /** What is to be said of a plan. */
  public enum Verdict {
    /** The last step was over in time. */
    MET,
    /** The last step was over too late. */
    MET_LATE,
    /** The end can be met. */
    HOLDS,
    /** The end can be met, with little to spare. */
    ATTENTION,
    /** The end cannot be met any more. */
    LATE
  }

  /** Days between the projected and the legal end; negative: days too late. */
  public long margin() {
    return ChronoUnit.DAYS.between(projected, end);
  }

  /** Whether nothing is left to do. */
  public boolean over() {
    return lines.stream().allMatch(Line::over);
  }

  /** The least slack of all steps that are left; empty if none is. */
  public OptionalLong slack() {
    return lines.stream().filter(l -> l.slack() != null).mapToLong(Line::slack).min();
  }

  /** What is to be said. */
  public Verdict verdict() {
    if (over()) {
      return margin() < 0 ? Verdict.MET_LATE : Verdict.MET;
    } else if (margin() < 0) {
      return Verdict.LATE;
    }
    return slack().orElseThrow() < attention ? Verdict.ATTENTION : Verdict.HOLDS;
  }

  /** The step with this code. */
  public Optional<Line> line(String code) {
    return lines.stream().filter(l -> l.step().code().equals(code)).findFirst();
  }

  /** The steps with the least slack, in their order. */
  public List<Line> critical() {
    return lines.stream().filter(Line::critical).toList();
  }
}
